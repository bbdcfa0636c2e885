import { outcomeOf, type Outcome } from '../interview/outcome'
import { exchangesOf, type InterviewState } from '../interview/state'

/** Points by which a grade of confidence 0 may be off, either way; a grade of confidence 1 is taken as exact. */
const widestError = 30

/** Points by which one question's score may be off, either way. */
export const uncertaintyOf = (confidence: number): number => (1 - confidence) * widestError

/**
 * The mean score over the graded questions, whole points, and the half width of the range it may lie in: the
 * errors of single grades are taken as independent, so they add as squares.
 * @returns `undefined` when no question has a grade
 */
export function meanScore(outcomes: readonly Outcome[]): { score: number; uncertainty: number } | undefined {
  const graded = outcomes.flatMap(({ score, confidence }) =>
    score === undefined ? [] : [{ score, error: uncertaintyOf(confidence ?? 0) }],
  )
  if (graded.length === 0) return undefined
  const mean = graded.reduce((sum, q) => sum + q.score, 0) / graded.length
  const error = Math.hypot(...graded.map((q) => q.error)) / graded.length
  return { score: Math.round(mean), uncertainty: Math.round(error) }
}

/** What the whole interview came to so far. Skipped and unanswered questions are not counted as zero. */
export const overallScore = (state: InterviewState): { score: number; uncertainty: number } | undefined =>
  meanScore(exchangesOf(state).map(outcomeOf))
