import type { KeyPoint } from '../handbook/question'
import type { Localized } from '../handbook/language'
import { normalise } from '../text/formula'
import { hypothetical } from '../text/hypothesis'
import { affirmed } from '../text/polarity'
import { oppositions, polesOf, type Poles } from '../text/poles'
import { clauses, sentences } from '../text/segment'
import type { Clause } from './claims'
import { ideasOf, polarities } from './cues'

/** What a claim says of its own cue: an answer that says the same agrees with it, whatever its words' polarity. */
export interface Stance {
  /** Ideas that the claim itself denies or speaks against: "prevents overfitting", "needs no sampling". */
  readonly denies: ReadonlySet<number>
  /** It sets one thing against another, so that what it denies of the one may be said of the other. */
  readonly contrasts: boolean
  /** It denies something, in either language. */
  readonly negative: boolean
  /** It says what would be without the thing that it is about. */
  readonly hypothetical: boolean
  readonly poles: Poles
}

const contrast =
  /\b(?:whereas|while|unlike|instead of|rather than|differs?|different|compared (?:with|to)|in contrast|but)\b|而|不同|相比|区别|但/

/** Words by which a claim is against what it names, though it does not deny it: "used against overfitting". */
const against = /\b(?:against|fights?|combats?|mitigat\w+)\b|对抗|缓解|减轻|克服|应对|抑制/

const stances = new WeakMap<Localized, Stance>()

/** Ends of dimensions that both languages claim alike; where a claim names both ends it claims neither. */
function polesOfBoth(first: Poles, second: Poles): Poles {
  return first.map((pole, d) => {
    const other = second[d] ?? 'none'
    if (pole === 'none') return other
    return other === 'none' || other === pole ? pole : 'both'
  })
}

function read({ claim, cues }: Pick<KeyPoint, 'claim' | 'cues'>): Stance {
  const ideas = ideasOf(cues)
  const parts = [claim.zh, claim.en].flatMap((text) =>
    sentences(text)
      .flatMap((sentence) => clauses(text, sentence))
      .map(({ start, end }) => normalise(text.slice(start, end))),
  )
  const readings = parts.map((clause) => ({
    reading: polarities(ideas, clause),
    opposed: against.test(clause),
  }))
  const denies = ideas.flatMap((_, idea) => {
    const own = readings.filter(({ reading }) => reading[idea] !== undefined)
    const never = own.length > 0 && own.every(({ reading }) => reading[idea] === 'denied')
    return never || own.some(({ opposed }) => opposed) ? [idea] : []
  })
  return {
    denies: new Set(denies),
    negative: parts.some((clause) => affirmed(clause).denies),
    hypothetical: hypothetical(parts).includes(true),
    contrasts: contrast.test(claim.en) || contrast.test(claim.zh),
    poles: polesOfBoth(polesOf(normalise(claim.zh)), polesOf(normalise(claim.en))),
  }
}

/** Reads a key point's or misconception's claim once. */
export function stanceOf(point: Pick<KeyPoint, 'claim' | 'cues'>): Stance {
  const known = stances.get(point.claim) ?? read(point)
  stances.set(point.claim, known)
  return known
}

const polesOfClauses = new WeakMap<Clause, Poles>()

/** One of clause and claim says what is, and the other what would be without it: what the one denies the other grants. */
export const crosses = (clause: Clause, stance: Pick<Stance, 'hypothetical'>): boolean =>
  clause.hypothetical && !stance.hypothetical

/** Whether a clause speaks for the other end of a dimension than the claim does. */
export function opposes(clause: Clause, stance: Stance): boolean {
  if (crosses(clause, stance)) return false
  const { poles } = stance
  const said = polesOfClauses.get(clause) ?? polesOf(clause.text)
  polesOfClauses.set(clause, said)
  return oppositions(poles, said).length > 0
}
