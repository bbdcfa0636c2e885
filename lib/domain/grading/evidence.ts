import type { KeyPoint } from '../handbook/question'
import type { Span } from '../text/quote'
import { opposes, stanceOf, type Stance } from './alignment'
import { withoutClauses, type Claim, type Clause } from './claims'
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

/** Cosine of two vectors of unit length. */
export const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

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
  /** Clauses that put one thing in the place of another: no evidence for anything. */
  readonly conflicts: ReadonlySet<Clause>
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
const undenied = (
  claims: readonly Claim[],
  { readings }: CueEvidence,
  { conflicts }: PointContext,
): readonly Claim[] =>
  withoutClauses(claims, (clause) => conflicts.has(clause)).filter(
    (claim) => !claim.clauses.some((clause) => readings.get(clause)?.includes('denied')),
  )

/** The first clause that says all of the cue, or all but its direction, and says the opposite direction. */
function inversion(
  claims: readonly Claim[],
  stance: Stance,
  { readings }: CueEvidence,
  size: number,
): Span | undefined {
  for (const { clauses } of claims)
    for (const clause of clauses) {
      const asserted = readings.get(clause)?.filter((polarity) => polarity === 'asserted').length ?? 0
      if (asserted >= Math.max(1, size - 1) && opposes(clause, stance)) return clause.span
    }
  return undefined
}

/** What an answer says of a cue: its evidence, and where it says the opposite. */
function readCue(
  point: KeyPoint,
  claims: readonly Claim[],
  { given, conflicts }: PointContext,
): CueEvidence & { opposite?: Span } {
  const ideas = ideasOf(point.cues)
  const stance = stanceOf(point)
  const own = withoutClauses(claims, (clause) => conflicts.has(clause) || opposes(clause, stance))
  const cue = cueEvidence(ideas, own, given, stance.denies)
  if (cue.share === 1) return cue
  const all = own === claims ? cue : cueEvidence(ideas, claims, given, stance.denies)
  const opposite = stance.contrasts
    ? undefined
    : all.contradicted
      ? all.span
      : inversion(claims, stance, all, ideas.length)
  return { ...cue, contradicted: opposite !== undefined, ...(opposite && { opposite }) }
}

/** Gathers what an answer gives for one key point. */
export function evidenceFor(
  point: KeyPoint,
  answer: ReadAnswer,
  lexicon: Lexicon,
  context: PointContext,
): Evidence {
  const { claims } = answer
  const cue = point.cues.length > 0 ? readCue(point, claims, context) : undefined
  const near = nearness(
    point,
    cue ? { ...answer, claims: undenied(claims, cue, context) } : answer,
    lexicon,
    context,
  )
  const supporting = cue?.span ? cue.claims : near.nearest ? [near.nearest] : []
  const span = cue?.opposite ?? cue?.span ?? near.nearest?.span
  return {
    cued: cue !== undefined,
    ideas: cue?.share ?? 0,
    whole: cue?.share === 1 ? 1 : 0,
    recall: near.recall,
    similarity: near.similarity,
    contradicted: cue?.contradicted === true,
    hedged: supporting.some((claim) => claim.hedged),
    ...(span && { span }),
  }
}
