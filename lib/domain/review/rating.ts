export const ratings = ['again', 'hard', 'good', 'easy'] as const
export type ReviewRating = (typeof ratings)[number]

/** Scores from which an attempt is rated so, points of 100; below the lowest it is `again`. */
export const ratingBands = { easy: 85, good: 65, hard: 40 } as const

export function ratingOf(score: number): ReviewRating {
  if (score >= ratingBands.easy) return 'easy'
  if (score >= ratingBands.good) return 'good'
  return score >= ratingBands.hard ? 'hard' : 'again'
}
