import type { KeyPoint } from '../handbook/question'
import { claimsOf, type Claim, type Clause } from './claims'
import { ideasOf } from './cues'

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

/** What follows a name that only says whose a thing is: "DeepSeek's latent attention", "DeepSeek 的潜在注意力". */
const owner = /^(?:['’]s [a-z]| ?的)/i

/** The things that a question sets side by side. */
function compared(prompt: string): string[] {
  const named = [...prompt.matchAll(proper)]
    .filter(({ 0: name, index }) => !owner.test(prompt.slice(index + name.length)))
    .map(([name]) => name.toLowerCase())
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

/** Words that may take a clause to another subject than that of the clause before it. */
const shifts =
  /^(?:到|在|当|而|但|如果|若|后来|反过来|所以|因此|相当|也就|然后|再|缺点|优点|代价|不过|(?:when|while|at|during|in|if|but|then|so|which|this|that|it|and)\b)|时候|时(?:[，,]|$)|它|其|这/

interface Subject {
  readonly name: string
  /** The clause itself begins with it; otherwise it goes on with that of the clause before it in its sentence. */
  readonly named: boolean
}

function subjectsOf(claims: readonly Claim[], family: readonly string[]): ReadonlyMap<Clause, Subject> {
  const subjects = new Map<Clause, Subject>()
  for (const { clauses } of claims) {
    let current: string | undefined
    for (const clause of clauses) {
      const own = subjectOf(clause.text, family)
      current = own ?? current
      if (current !== undefined) subjects.set(clause, { name: current, named: own !== undefined })
    }
  }
  return subjects
}

/** Words that a claim may begin with and that name nothing. */
const empty =
  /^(?:the|a|an|it|its|in|on|at|by|for|with|what|why|how|when|and|both|each|all|one|两者|它们?|二者|三者|都|需要|可以|通常|什么|为什么|怎样)\b/i

/** The longest beginning of a claim that the question names, too: what the claim is about. */
function topicOf(claim: string, prompt: string): string | undefined {
  const plain = claim.toLowerCase().replace(/[‑–]/g, '-')
  if (empty.test(plain)) return undefined
  const parts = plain.match(/^(?:[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*){0,2}|\p{Script=Han}{2,8})/u)?.[0] ?? ''
  const latin = /^[a-z]/.test(parts)
  const units = latin ? parts.split(' ') : [...parts]
  for (let length = units.length; length >= (latin ? 1 : 2); length--) {
    const name = units.slice(0, length).join(latin ? ' ' : '')
    const named = latin
      ? new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9-])`).test(prompt)
      : prompt.includes(name)
    if (name.length > 1 && named && !empty.test(name)) return name
  }
  return undefined
}

/** Things that the question names and that different key points are about: "预训练、SFT、RLHF 各自解决什么". */
function topics(prompt: string, keyPoints: readonly KeyPoint[]): string[] {
  const plain = prompt.toLowerCase().replace(/[‑–]/g, '-')
  const found = (['zh', 'en'] as const).flatMap((language) => {
    const names = keyPoints.flatMap(({ claim }) => topicOf(claim[language], plain) ?? [])
    const distinct = [...new Set(names)]
    return distinct.length >= 2 ? distinct : []
  })
  return [...new Set(found)]
}

/** What an answer's clauses may be held to say for one key point. */
export interface Attribution {
  /** Clauses that speak of a sibling and so are no evidence: "while in cross-attention all come from the same sequence". */
  readonly foreign: (clause: Clause) => boolean
  /** Whether a clause names another thing than the one that the claim says an idea of its cue of. */
  readonly bars: (clause: Clause, idea: number) => boolean
  /** Whether a clause names what it speaks of. */
  readonly names: (clause: Clause) => boolean
}

const none: Attribution = { foreign: () => false, bars: () => false, names: () => false }

/** For each idea of a cue the subjects under which the claim itself says it. */
function subjectsOfIdeas({ claim, cues }: KeyPoint, family: readonly string[]): ReadonlySet<string>[] {
  const ideas = ideasOf(cues)
  const found = ideas.map(() => new Set<string>())
  for (const text of [claim.zh, claim.en]) {
    const claims = claimsOf(text)
    const subjects = subjectsOf(claims, family)
    for (const clause of claims.flatMap(({ clauses }) => clauses)) {
      const subject = subjects.get(clause)?.name
      if (subject !== undefined)
        ideas.forEach((idea, i) => idea(clause.text).length > 0 && found[i]?.add(subject))
    }
  }
  return found
}

/** Tells, for one key point after another, what the clauses of an answer speak of. */
export function attribution(
  prompt: string,
  keyPoints: readonly KeyPoint[],
  claims: readonly Claim[],
): (point: KeyPoint) => Attribution {
  const together = compared(prompt)
  const named = topics(prompt, keyPoints)
  const closely = (a: string, b: string): boolean =>
    a !== b && (siblings(a, b) || (together.includes(a) && together.includes(b)))
  const apart = (a: string, b: string): boolean =>
    named.includes(a) && named.includes(b) && !a.startsWith(b) && !b.startsWith(a)
  const related = (a: string, b: string): boolean => closely(a, b) || apart(a, b)
  const all = [
    ...new Set([
      ...together,
      ...named,
      ...[prompt, ...keyPoints.flatMap(({ claim }) => [claim.en, claim.zh])].flatMap(namesIn),
    ]),
  ]
  const family = all
    .filter((name) => all.some((other) => related(name, other)))
    .sort((a, b) => b.length - a.length)
  if (family.length === 0) return () => none
  const mentioned = (text: string): string[] => {
    const plain = text.toLowerCase().replace(/[‑–]/g, '-')
    return family.filter((name) => plain.includes(name))
  }
  const asked = mentioned(prompt).sort(
    (a, b) => prompt.toLowerCase().indexOf(a) - prompt.toLowerCase().indexOf(b),
  )
  const subjects = subjectsOf(claims, family)
  return (point) => {
    const { claim } = point
    const own = mentioned(`${claim.en} ${claim.zh}`)
    // A claim that does not begin with a name is on what the question asks of first: "It scores …, where Bahdanau …".
    const begins = subjectOf(claim.en.toLowerCase(), own) ?? subjectOf(claim.zh.toLowerCase(), own)
    const about = begins === undefined ? [...asked.slice(0, 1), ...own] : own
    const foreign = (clause: Clause): boolean => {
      const subject = subjects.get(clause)
      if (subject === undefined || about.includes(subject.name)) return false
      // What only the claims tell apart ("training", "inference") may change without being named again.
      const kin = subject.named || !shifts.test(clause.text) ? related : closely
      return (
        about.some((name) => kin(name, subject.name)) && !about.some((name) => clause.text.includes(name))
      )
    }
    const sayers = own.length > 1 ? subjectsOfIdeas(point, family) : []
    const bars = (clause: Clause, idea: number): boolean => {
      const own = subjects.get(clause)
      const meant = sayers[idea]
      if (!own?.named || !meant || meant.size === 0 || meant.has(own.name)) return false
      const subject = own.name
      return (
        [...meant].some((name) => related(name, subject)) &&
        ![...meant].some((name) => clause.text.includes(name))
      )
    }
    return { foreign, bars, names: (clause) => subjects.get(clause)?.named === true }
  }
}
