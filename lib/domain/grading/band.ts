export const bands = ['strong', 'good', 'fair', 'weak', 'poor'] as const
export type Band = (typeof bands)[number]

/** Lower bounds of the bands, points of 100: the words that a score is said in. */
const lowerBounds: readonly (readonly [Band, number])[] = [
  ['strong', 80],
  ['good', 65],
  ['fair', 45],
  ['weak', 20],
  ['poor', 0],
]

export function bandOf(score: number): Band {
  return lowerBounds.find(([, from]) => score >= from)?.[0] ?? 'poor'
}
