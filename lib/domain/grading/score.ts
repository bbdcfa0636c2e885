import type { KeyPoint } from '../handbook/question'
import type { AssertedMisconception, Verdict, VerdictKind } from './grade'

/** What a verdict earns of its key point's weight. A contradicted point costs half of what it could have earned. */
const credit: Record<VerdictKind, number> = { covered: 1, partial: 0.5, missing: 0, contradicted: -0.5 }

/** Points that one standing misconception costs: to be wrong on the matter is worse than to leave a point out. */
const misconceptionPenalty = 15

/**
 * The only place that makes a number of a judgement: the weighted mean credit of the key points, less a fixed
 * penalty for each misconception.
 * @returns whole points, 0 to 100; 0 for an empty rubric
 */
export function score(
  verdicts: readonly Pick<Verdict, 'keyPointId' | 'verdict' | 'share'>[],
  misconceptions: readonly AssertedMisconception[],
  keyPoints: readonly Pick<KeyPoint, 'id' | 'weight'>[],
): number {
  const credits = new Map(
    verdicts.map(({ keyPointId, verdict, share }) => [keyPointId, share ?? credit[verdict]]),
  )
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return 0
  const earned = keyPoints.reduce(
    (sum, { id, weight }) => sum + weight * (credits.get(id) ?? credit.missing),
    0,
  )
  const points = (100 * earned) / total - misconceptionPenalty * misconceptions.length
  return Math.round(Math.min(100, Math.max(0, points)))
}
