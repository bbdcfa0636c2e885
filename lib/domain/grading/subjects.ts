import type { KeyPoint } from '../handbook/question'
import { claimsOf, type Claim, type Clause } from './claims'
import { ideasOf } from './cues'
import { familyOf, mentioned, type Family } from './family'

const opening = new RegExp(
  String.raw`^(?:(?:and|but|while|whereas|so|then|in|for|with|the|by contrast|as for|而|但是?|在|对于|对|至于|则)\s*)*(?:(?:at|during|on|after|before) (?:\w+ ){1,3})?`,
)

/** Who or what a clause speaks of when it begins with one of the names. */
function subjectOf(clause: string, family: readonly string[]): string | undefined {
  const plain = clause.replace(/[‑–]/g, '-').replace(opening, '')
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

/** What a key point is about, and of what its claim says each idea of its cue. */
interface Standing {
  readonly about: readonly string[]
  readonly sayers: readonly ReadonlySet<string>[]
}

function standingOf(point: KeyPoint, family: Family): Standing {
  const { claim } = point
  const own = mentioned(family, `${claim.en} ${claim.zh}`)
  // A claim that does not begin with a name is on what the question asks of first: "It scores …, where Bahdanau …".
  const begins = subjectOf(claim.en.toLowerCase(), own) ?? subjectOf(claim.zh.toLowerCase(), own)
  const about = begins === undefined ? [...family.first, ...own] : own
  return { about, sayers: own.length > 1 ? subjectsOfIdeas(point, family.names) : [] }
}

const standings = new WeakMap<Family, Map<KeyPoint, Standing>>()

/** Tells, for one key point after another, what the clauses of an answer speak of. */
export function attribution(
  prompt: string,
  keyPoints: readonly KeyPoint[],
  claims: readonly Claim[],
): (point: KeyPoint) => Attribution {
  const family = familyOf(prompt, keyPoints)
  if (family.names.length === 0) return () => none
  const { closely, related } = family
  const known = standings.get(family) ?? new Map<KeyPoint, Standing>()
  standings.set(family, known)
  const subjects = subjectsOf(claims, family.names)
  return (point) => {
    const standing = known.get(point) ?? standingOf(point, family)
    known.set(point, standing)
    const { about, sayers } = standing
    const foreign = (clause: Clause): boolean => {
      const subject = subjects.get(clause)
      if (subject === undefined || about.includes(subject.name)) return false
      // What only the claims tell apart ("training", "inference") may change without being named again.
      const kin = subject.named || !shifts.test(clause.text) ? related : closely
      return (
        about.some((name) => kin(name, subject.name)) && !about.some((name) => clause.text.includes(name))
      )
    }
    const bars = (clause: Clause, idea: number): boolean => {
      const subject = subjects.get(clause)
      const meant = [...(sayers[idea] ?? [])]
      if (!subject?.named || meant.length === 0 || meant.includes(subject.name)) return false
      return (
        meant.some((name) => related(name, subject.name)) && !meant.some((name) => clause.text.includes(name))
      )
    }
    return { foreign, bars, names: (clause) => subjects.get(clause)?.named === true }
  }
}
