import type { KeyPoint } from '../handbook/question'
import type { Span } from '../text/quote'
import type { Claim } from './claims'
import { ideasOf, polarities, type Idea, type Polarity } from './cues'
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
  /** All ideas stand in one clause and some of them are denied. */
  readonly contradicted: boolean
  readonly hedged: boolean
  /** Where the best evidence stands. */
  readonly span?: Span
}

type Window = readonly Claim[]

/** Each claim alone, then each with the next: a point may be made over two sentences. */
const windows = (claims: readonly Claim[]): Window[] => [
  ...claims.map((claim) => [claim]),
  ...claims.slice(1).map((claim, index) => [claims[index] as Claim, claim]),
]

const spanOf = (window: Window): Span => ({
  start: window[0]?.span.start ?? 0,
  end: window.at(-1)?.span.end ?? 0,
})

function merge(all: readonly (Polarity | undefined)[][], ideas: readonly Idea[]): (Polarity | undefined)[] {
  return ideas.map((_, idea) => {
    const seen = all.map((clause) => clause[idea])
    if (seen.includes('asserted')) return 'asserted'
    return seen.includes('denied') ? 'denied' : undefined
  })
}

interface CueEvidence {
  readonly share: number
  readonly contradicted: boolean
  readonly window?: Window
}

/** How far the cue's ideas are asserted within one claim or two adjoining ones. */
export function cueEvidence(
  ideas: readonly Idea[],
  claims: readonly Claim[],
  given: ReadonlySet<number>,
): CueEvidence {
  const read = new Map(
    claims.map((claim) => [
      claim,
      claim.rejecting ? [] : claim.clauses.map(({ text }) => polarities(ideas, text)),
    ]),
  )
  let best: CueEvidence = { share: 0, contradicted: false }
  let denied: Window | undefined
  for (const window of windows(claims)) {
    const merged = merge(
      window.flatMap((claim) => read.get(claim) ?? []),
      ideas,
    )
    const own = merged.filter((polarity) => polarity === 'asserted').length
    const asserted = merged.filter((polarity, idea) => polarity === 'asserted' || given.has(idea)).length
    if (own > 0 && asserted / ideas.length > best.share)
      best = { share: asserted / ideas.length, contradicted: false, window }
    const complete = merged.every((polarity, idea) => polarity !== undefined || given.has(idea))
    if (window.length === 1 && complete && merged.includes('denied')) denied ??= window
  }
  return best.share < 1 && denied ? { ...best, contradicted: true, window: denied } : best
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

/** Gathers what an answer gives for one key point. */
export function evidenceFor(
  point: KeyPoint,
  answer: ReadAnswer,
  lexicon: Lexicon,
  context: { readonly questionTerms: ReadonlySet<string>; readonly given: ReadonlySet<number> },
): Evidence {
  const cue =
    point.cues.length > 0 ? cueEvidence(ideasOf(point.cues), answer.claims, context.given) : undefined
  const idf = lexicon.idf ?? (() => 1)
  let recall = 0
  let similarity = 0
  let nearest: Claim | undefined
  for (const text of new Set([point.claim.zh, point.claim.en])) {
    const wanted = new Set([...terms(text)].filter((word) => !context.questionTerms.has(word)))
    const vector = lexicon.embed?.(text)
    for (const claim of answer.claims) {
      const shared = recallOf(wanted, answer.terms.get(claim) ?? new Set(), idf)
      const own = answer.vectors.get(claim)
      const near = vector && own ? Math.max(0, cosine(vector, own)) : shared
      if (shared + near > recall + similarity) nearest = claim
      recall = Math.max(recall, shared)
      similarity = Math.max(similarity, near)
    }
  }
  const window = cue?.window ?? (nearest ? [nearest] : undefined)
  return {
    cued: cue !== undefined,
    ideas: cue?.share ?? 0,
    whole: cue?.share === 1 ? 1 : 0,
    recall,
    similarity,
    contradicted: cue?.contradicted ?? false,
    hedged: window?.some((claim) => claim.hedged) ?? false,
    ...(window && { span: spanOf(window) }),
  }
}
