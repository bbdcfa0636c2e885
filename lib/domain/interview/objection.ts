import { z } from 'zod'
import { grade, type Grade, type Verdict } from '../grading/grade'
import { score } from '../grading/score'
import type { AskedQuestion } from './events'

/** What a candidate disagrees with: the verdict on a key point, or that a misconception was asserted. */
export const disputed = z.union([
  z.object({ keyPointId: z.string() }).strict(),
  z.object({ misconceptionId: z.string() }).strict(),
])
export type Disputed = z.infer<typeof disputed>

/**
 * `changed`: the second look saw more, and its verdict stands; `upheld`: it saw the same or less, and nothing changes;
 * `noted`: there was nobody to look afresh, so the objection is only kept.
 */
export const objectionOutcomes = ['changed', 'upheld', 'noted'] as const

/** An objection with both grades: what it was about, what a blind second look gave, and what stands now. */
export const objection = z.object({
  about: disputed,
  outcome: z.enum(objectionOutcomes),
  first: grade,
  /** Absent when nobody could look again. */
  second: grade.optional(),
  /** The grade that stands. */
  grade,
})
export type Objection = z.infer<typeof objection>

const rank = { contradicted: 0, missing: 1, partial: 2, covered: 3 } as const

const verdictOf = ({ verdicts }: Grade, id: string): Verdict | undefined =>
  verdicts.find(({ keyPointId }) => keyPointId === id)

/** The first grade with the one thing that was disputed taken from the second, where that is better for the candidate. */
function inFavour(first: Grade, second: Grade, about: Disputed): Grade | undefined {
  if ('misconceptionId' in about) {
    const asserts = ({ misconceptions }: Grade): boolean =>
      misconceptions.some(({ misconceptionId }) => misconceptionId === about.misconceptionId)
    if (!asserts(first) || asserts(second)) return undefined
    return {
      ...first,
      misconceptions: first.misconceptions.filter((m) => m.misconceptionId !== about.misconceptionId),
    }
  }
  const [before, after] = [verdictOf(first, about.keyPointId), verdictOf(second, about.keyPointId)]
  if (!before || !after || rank[after.verdict] <= rank[before.verdict]) return undefined
  return { ...first, verdicts: first.verdicts.map((verdict) => (verdict === before ? after : verdict)) }
}

/**
 * Settles an objection. Only what was disputed can change, and only for the better: an objection costs nothing.
 * @param second the blind second look, if there could be one
 */
export function settle(
  first: Grade,
  second: Grade | undefined,
  about: Disputed,
  { keyPoints }: Pick<AskedQuestion, 'keyPoints'>,
): Objection {
  if (!second) return { about, outcome: 'noted', first, grade: first }
  const better = inFavour(first, second, about)
  if (!better) return { about, outcome: 'upheld', first, second, grade: first }
  const changed = { ...better, score: score(better.verdicts, better.misconceptions, keyPoints) }
  return { about, outcome: 'changed', first, second, grade: changed }
}
