import type { KeyPoint } from '../handbook/question'
import { normalise } from '../text/formula'
import { oppositions, polesOf, type Poles } from '../text/poles'
import type { Span } from '../text/quote'
import type { Claim } from './claims'
import { cueEvidence, type CueEvidence } from './cue-evidence'
import { ideasOf } from './cues'
import { terms } from './terms'

/** What the grader looks things up in: both pure once made. */
export interface Lexicon {
  /** A text as a vector of unit length, alike for texts of alike meaning in either language. */
  readonly embed?: (text: string) => Float32Array
  /** Inverse document frequency of a word. */
  readonly idf?: (word: string) => number
}

/** What an answer gives for one key point, each feature from 0 to 1. */
export interface Evidence {
  /** The key point has a cue; one that was derived from a reference has none. */
  readonly cued: boolean
  /** Share of the cue's ideas that are asserted close together. */
  readonly ideas: number
  /** 1 when all of them are. */
  readonly whole: number
  /** Weighted share of the claim's own words. */
  readonly recall: number
  /** Nearness in meaning of the nearest stretch. */
  readonly similarity: number
  /** The answer says the opposite: a part of the cue is denied, or its direction is turned round. */
  readonly contradicted: boolean
  readonly hedged: boolean
  /** Where the best evidence stands. */
  readonly span?: Span
}

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

function recallOf(
  wanted: ReadonlySet<string>,
  said: ReadonlySet<string>,
  idf: (word: string) => number,
): number {
  let total = 0
  let found = 0
  for (const word of wanted) {
    const weight = idf(word)
    total += weight
    if (said.has(word)) found += weight
  }
  return total === 0 ? 0 : found / total
}

export interface ReadAnswer {
  readonly claims: readonly Claim[]
  readonly terms: ReadonlyMap<Claim, ReadonlySet<string>>
  readonly vectors: ReadonlyMap<Claim, Float32Array>
}

/** Reads an answer once, for all key points. */
export function readAnswer(claims: readonly Claim[], { embed }: Lexicon): ReadAnswer {
  return {
    claims,
    terms: new Map(claims.map((claim) => [claim, terms(claim.text)])),
    vectors: new Map(embed ? claims.map((claim) => [claim, embed(claim.text)]) : []),
  }
}

/** What is known beside the answer. */
export interface PointContext {
  readonly questionTerms: ReadonlySet<string>
  /** Ideas of the cue that the follow-up itself said. */
  readonly given: ReadonlySet<number>
}

const textsOf = ({ claim }: KeyPoint): readonly string[] => [...new Set([claim.zh, claim.en])]

/** Shared words and nearness in meaning of the claim that comes nearest. */
function nearness(
  point: KeyPoint,
  { claims, ...answer }: ReadAnswer,
  { embed, idf = () => 1 }: Lexicon,
  { questionTerms }: PointContext,
): { recall: number; similarity: number; nearest?: Claim } {
  let [recall, similarity] = [0, 0]
  let nearest: Claim | undefined
  for (const text of textsOf(point)) {
    const wanted = new Set([...terms(text)].filter((word) => !questionTerms.has(word)))
    const vector = embed?.(text)
    for (const claim of claims) {
      const shared = recallOf(wanted, answer.terms.get(claim) ?? new Set(), idf)
      const own = answer.vectors.get(claim)
      const near = vector && own ? Math.max(0, cosine(vector, own)) : shared
      if (shared + near > recall + similarity) nearest = claim
      recall = Math.max(recall, shared)
      similarity = Math.max(similarity, near)
    }
  }
  return { recall, similarity, ...(nearest && { nearest }) }
}

/** Claims in which no idea of the cue is denied: the others share words with the key point and say something else. */
const undenied = (claims: readonly Claim[], { readings }: CueEvidence): Claim[] =>
  claims.filter((claim) => !claim.clauses.some((clause) => readings.get(clause)?.includes('denied')))

/** Ends of dimensions that a key point claims in both languages alike; where it names both ends it claims neither. */
function claimedPoles(point: KeyPoint): Poles {
  const [first, second] = [polesOf(normalise(point.claim.zh)), polesOf(normalise(point.claim.en))]
  return first.map((pole, d) => {
    const other = second[d] ?? 'none'
    if (pole === 'none') return other
    return other === 'none' || other === pole ? pole : 'both'
  })
}

/** The first clause that says all of the cue but its direction, and says the opposite one. */
function inversion(point: KeyPoint, claims: readonly Claim[], cue: CueEvidence): Span | undefined {
  const wanted = claimedPoles(point)
  for (const claim of claims)
    for (const clause of claim.clauses) {
      const reading = cue.readings.get(clause)
      const missing = reading?.filter((polarity) => polarity !== 'asserted').length
      if (missing !== 1 || point.cues.length < 2) continue
      const said = polesOf(clause.text)
      const whole = polesOf(claim.text)
      if (oppositions(wanted, said).some((d) => whole[d] !== 'both')) return clause.span
    }
  return undefined
}

/** Gathers what an answer gives for one key point. */
export function evidenceFor(
  point: KeyPoint,
  answer: ReadAnswer,
  lexicon: Lexicon,
  context: PointContext,
): Evidence {
  const { claims } = answer
  const cue = point.cues.length > 0 ? cueEvidence(ideasOf(point.cues), claims, context.given) : undefined
  const near = nearness(point, cue ? { ...answer, claims: undenied(claims, cue) } : answer, lexicon, context)
  const inverted = cue && cue.share < 1 && !cue.contradicted ? inversion(point, claims, cue) : undefined
  const supporting = cue?.span ? cue.claims : near.nearest ? [near.nearest] : []
  const span = inverted ?? cue?.span ?? near.nearest?.span
  return {
    cued: cue !== undefined,
    ideas: cue?.share ?? 0,
    whole: cue?.share === 1 ? 1 : 0,
    recall: near.recall,
    similarity: near.similarity,
    contradicted: cue?.contradicted === true || inverted !== undefined,
    hedged: supporting.some((claim) => claim.hedged),
    ...(span && { span }),
  }
}
