import type { KeyPoint } from '../handbook/question'
import { withoutClauses, type Claim, type Clause } from './claims'

/** Compounds with a head ("self-attention") and short names in capitals ("MQA", "L2"). */
const names = /\b[A-Za-z]{1,12}[-‑–][A-Za-z]{1,12}\b|\b[A-Z][A-Z0-9]{1,4}\b/g

const namesIn = (text: string): string[] =>
  (text.match(names) ?? []).map((name) => name.replace(/[‑–]/g, '-').toLowerCase())

/** Two names of one family: the same head with another modifier, or short names that differ in one letter. */
function siblings(a: string, b: string): boolean {
  if (a === b) return false
  const [left, right] = [a.split('-'), b.split('-')]
  if (left.length === 2 && right.length === 2)
    return left[1] === right[1] || (left[0] === right[0] && left[1]?.length === 1 && right[1]?.length === 1)
  if (left.length + right.length > 2 || a.length !== b.length) return false
  return [...a].filter((letter, i) => letter !== b[i]).length === 1
}

/** Proper names: not at the start of a sentence, or with Han characters around them. */
const proper =
  /(?<=[\p{L}\p{N},)] ?\(?)\b[A-Z][A-Za-z]{2,}\b|(?<=\p{Script=Han} ?)\b[A-Z][A-Za-z]{2,}\b|\b[A-Z][A-Za-z]{2,}\b(?= ?\p{Script=Han})/gu

/** Two things that are named side by side and end alike: "overfitting and underfitting", 过拟合和欠拟合. */
const pairs =
  /\b([a-z]+)(?:,| and| versus| vs\.?| or) ([a-z]+)\b|(\p{Script=Han}{2,4})[和与跟、](\p{Script=Han}{2,4})/gu

function likeness(a: string, b: string): [string, string] | undefined {
  const [left, right] = /[a-z]/.test(a) ? [a, b] : [a, b.slice(0, a.length)]
  let shared = 0
  while (shared < Math.min(left.length, right.length) && left.at(-1 - shared) === right.at(-1 - shared))
    shared++
  const enough = /[a-z]/.test(left) ? 5 : 2
  return shared >= enough && left !== right ? [left, right] : undefined
}

/** The things that a question sets side by side. */
function compared(prompt: string): string[] {
  const named = (prompt.match(proper) ?? []).map((name) => name.toLowerCase())
  const paired = [...prompt.toLowerCase().matchAll(pairs)].flatMap(
    ([, a, b, c, d]) => likeness(a ?? c ?? '', b ?? d ?? '') ?? [],
  )
  return [...new Set([...named, ...paired])]
}

const opening = String.raw`^(?:(?:and|but|while|whereas|so|then|in|for|with|the|by contrast|as for|而|但是?|在|对于|对|至于|则)\s*)*(?:(?:at|during|on|after|before) (?:\w+ ){1,3})?`

/** Who or what a clause speaks of when it begins with one of the names. */
function subjectOf(clause: string, family: readonly string[]): string | undefined {
  const plain = clause.replace(/[‑–]/g, '-').replace(new RegExp(opening), '')
  return family.find((name) => plain.startsWith(name) && !/^[a-z0-9-]/.test(plain.slice(name.length)))
}

/** The subject of each clause; one that names none goes on with that of the clause before it in its sentence. */
function subjectsOf(claims: readonly Claim[], family: readonly string[]): ReadonlyMap<Clause, string> {
  const subjects = new Map<Clause, string>()
  for (const { clauses } of claims) {
    let current: string | undefined
    for (const clause of clauses) {
      current = subjectOf(clause.text, family) ?? current
      if (current !== undefined) subjects.set(clause, current)
    }
  }
  return subjects
}

/**
 * Makes the claims of an answer readable for one key point after another: a clause that speaks of a sibling ("while
 * in cross-attention all come from the same sequence") is no evidence for a key point on another.
 */
export function attribution(
  prompt: string,
  keyPoints: readonly KeyPoint[],
  claims: readonly Claim[],
): (point: KeyPoint) => readonly Claim[] {
  const together = compared(prompt)
  const related = (a: string, b: string): boolean =>
    a !== b && (siblings(a, b) || (together.includes(a) && together.includes(b)))
  const all = [
    ...new Set([
      ...together,
      ...[prompt, ...keyPoints.flatMap(({ claim }) => [claim.en, claim.zh])].flatMap(namesIn),
    ]),
  ]
  const family = all.filter((name) => all.some((other) => related(name, other)))
  if (family.length === 0) return () => claims
  const named = (text: string): string[] => {
    const plain = text.toLowerCase().replace(/[‑–]/g, '-')
    return family.filter((name) => plain.includes(name))
  }
  const asked = named(prompt).sort(
    (a, b) => prompt.toLowerCase().indexOf(a) - prompt.toLowerCase().indexOf(b),
  )
  const subjects = subjectsOf(claims, family)
  return ({ claim }) => {
    const own = named(`${claim.en} ${claim.zh}`)
    // A claim that does not begin with a name is on what the question asks of first: "It scores …, where Bahdanau …".
    const begins = subjectOf(claim.en.toLowerCase(), own) ?? subjectOf(claim.zh.toLowerCase(), own)
    const about = begins === undefined ? [...asked.slice(0, 1), ...own] : own
    const isForeign = (clause: Clause): boolean => {
      const subject = subjects.get(clause)
      if (subject === undefined || about.includes(subject)) return false
      return about.some((name) => related(name, subject)) && !about.some((name) => clause.text.includes(name))
    }
    return withoutClauses(claims, isForeign)
  }
}
