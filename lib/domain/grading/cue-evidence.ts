import type { Span } from '../text/quote'
import { crosses, type Stance } from './alignment'
import type { Claim, Clause } from './claims'
import { polarities, type Polarity } from './cues'
import type { Idea } from './wordings'

/** Of a claim that says what is, without denying anything. */
const plain: Pick<Stance, 'denies' | 'hypothetical'> = { denies: new Set(), hypothetical: false }

/** How far an answer hits one cue. */
export interface CueEvidence {
  /** Share of the ideas that are asserted close together, 0 to 1. */
  readonly share: number
  /** The whole cue stands in one clause and some of it is denied. */
  readonly contradicted: boolean
  /** The clauses that hit it, from the first to the last. */
  readonly span?: Span
  /** The claims that those stand in. */
  readonly claims: readonly Claim[]
  /** For each clause that hits any of it, which ideas it asserts or denies. */
  readonly readings: ReadonlyMap<Clause, Reading>
}

export type Reading = readonly (Polarity | undefined)[]

/** A subject that commas part from its verb: "the base model, however, is not frozen". */
const longestFragment = 24

function merge(readings: readonly Reading[], size: number): Reading {
  return Array.from({ length: size }, (_, idea) => {
    const seen = readings.map((reading) => reading[idea])
    if (seen.includes('asserted')) return 'asserted'
    return seen.includes('denied') ? 'denied' : undefined
  })
}

/** The shortest run of clauses that asserts as many ideas as all of them do. */
function tightest(hits: readonly (readonly [Clause, Reading])[], size: number): Span | undefined {
  const counts = new Array<number>(size).fill(0)
  const add = (reading: Reading, by: number): void =>
    reading.forEach((polarity, idea) => {
      if (polarity === 'asserted') counts[idea] = (counts[idea] ?? 0) + by
    })
  const wanted = merge(
    hits.map(([, reading]) => reading),
    size,
  ).filter((p) => p === 'asserted').length
  let best: Span | undefined
  let from = 0
  hits.forEach(([last, reading]) => {
    add(reading, 1)
    while (counts.filter((n) => n > 0).length === wanted && from < hits.length) {
      const [first, own] = hits[from] ?? [last, reading]
      const span = { start: first.span.start, end: last.span.end }
      if (!best || span.end - span.start < best.end - best.start) best = span
      add(own, -1)
      from++
    }
  })
  return best
}

/** The first clause that says the whole cue and denies a part of it. */
function denial(
  claims: readonly Claim[],
  readings: ReadonlyMap<Clause, Reading>,
  size: number,
  given: ReadonlySet<number>,
): readonly [Claim, Clause] | undefined {
  for (const claim of claims) {
    const held = claim.clauses
    for (const [i, clause] of held.entries()) {
      const own = readings.get(clause)
      if (!own?.includes('denied')) continue
      const fragments = held.slice(Math.max(0, i - 2), i).filter(({ text }) => text.length <= longestFragment)
      const said = merge([own, ...fragments.map((fragment) => readings.get(fragment) ?? [])], size)
      if (said.includes('denied') && said.every((polarity, idea) => polarity ?? given.has(idea)))
        return [claim, clause]
    }
  }
  return undefined
}

/**
 * How far the ideas of a cue are asserted within one claim or two adjoining ones.
 * @param given ideas that the candidate need not say, since the follow-up said them
 * @param bars whether a clause speaks of something else than an idea is meant of
 * @param stance what the claim behind the cue denies itself, so that to deny it is to agree
 */
export function cueEvidence(
  ideas: readonly Idea[],
  claims: readonly Claim[],
  given: ReadonlySet<number>,
  stance: Pick<Stance, 'denies' | 'hypothetical'> = plain,
  bars: (clause: Clause, idea: number) => boolean = () => false,
): CueEvidence {
  const readings = new Map<Clause, Reading>()
  for (const { clauses } of claims)
    for (const clause of clauses) {
      const reading = polarities(ideas, clause.text).map((polarity, idea) => {
        if (polarity === undefined || bars(clause, idea)) return undefined
        const agrees = stance.denies.has(idea) || crosses(clause, stance)
        return polarity === 'denied' && agrees ? 'asserted' : polarity
      })
      if (reading.some((polarity) => polarity !== undefined)) readings.set(clause, reading)
    }
  let share = 0
  let window: readonly Claim[] = []
  let span: Span | undefined
  const look = (candidates: readonly Claim[]): void => {
    const hits = candidates
      .flatMap((claim) => claim.clauses)
      .flatMap((clause) => {
        const reading = readings.get(clause)
        return reading ? [[clause, reading] as const] : []
      })
    const merged = merge(
      hits.map(([, reading]) => reading),
      ideas.length,
    )
    if (!merged.includes('asserted')) return
    const found =
      merged.filter((polarity, idea) => polarity === 'asserted' || given.has(idea)).length / ideas.length
    if (found <= share) return
    ;[share, window, span] = [found, candidates, tightest(hits, ideas.length)]
  }
  claims.forEach((claim) => look([claim]))
  claims.slice(1).forEach((claim, i) => {
    const before = claims[i]
    if (before) look([before, claim])
  })
  const denied = share < 1 ? denial(claims, readings, ideas.length, given) : undefined
  if (denied) return { share, contradicted: true, span: denied[1].span, claims: [denied[0]], readings }
  return { share, contradicted: false, claims: window, readings, ...(span && { span }) }
}
