import type { KeyPoint } from '../handbook/question'
import type { Claim } from './claims'

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

/** Names that have a sibling among the others, in order of appearance. */
function families(texts: readonly string[]): string[] {
  const all = [...new Set(texts.flatMap(namesIn))]
  return all.filter((name) => all.some((other) => siblings(name, other)))
}

const opening = String.raw`^(?:(?:and|but|while|whereas|so|then|in|for|with|the|by contrast|as for|而|但是?|在|对于|对|至于|则)\s*)*(?:(?:at|during|on|after|before) (?:\w+ ){1,3})?`

/** Who or what a clause speaks of when it begins with one of the names. */
function subjectOf(clause: string, family: readonly string[]): string | undefined {
  const plain = clause.replace(/[‑–]/g, '-').replace(new RegExp(opening), '')
  return family.find((name) => plain.startsWith(name) && !/^[a-z0-9-]/.test(plain.slice(name.length)))
}

/**
 * Makes the claims of an answer readable for one key point after another: a clause that begins with the name of a
 * sibling ("while in cross-attention all come from the same sequence") is no evidence for a key point on another.
 */
export function attribution(
  prompt: string,
  keyPoints: readonly KeyPoint[],
  claims: readonly Claim[],
): (point: KeyPoint) => readonly Claim[] {
  const family = families([prompt, ...keyPoints.flatMap(({ claim }) => [claim.en, claim.zh])])
  if (family.length === 0) return () => claims
  const asked = namesIn(prompt).filter((name) => family.includes(name))
  const subjects = new Map(
    claims.flatMap(({ clauses }) => clauses.map((clause) => [clause, subjectOf(clause.text, family)])),
  )
  return ({ claim }) => {
    const own = [...namesIn(claim.en), ...namesIn(claim.zh)].filter((name) => family.includes(name))
    const about = own.length > 0 ? own : asked.slice(0, 1)
    const others = family.filter((name) => !about.includes(name) && about.some((one) => siblings(one, name)))
    if (others.length === 0) return claims
    return claims.flatMap((one) => {
      const clauses = one.clauses.filter((clause) => {
        const subject = subjects.get(clause)
        return (
          subject === undefined ||
          !others.includes(subject) ||
          about.some((name) => clause.text.includes(name))
        )
      })
      if (clauses.length === one.clauses.length) return [one]
      return clauses.length === 0
        ? []
        : [{ ...one, clauses, text: clauses.map(({ text }) => text).join(' ') }]
    })
  }
}
