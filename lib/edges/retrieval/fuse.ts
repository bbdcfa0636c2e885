export interface Ranked {
  /** Position of a passage. */
  readonly position: number
  readonly score: number
}

/** What nearness in meaning adds to the keyword score; tuned by `scripts/tune-retrieval.ts`. */
const meaningWeight = 0.6

/** A sum of keyword score and nearness, each as a share of the best of its list, the best first. */
export function fuse(
  byWord: readonly Ranked[],
  byMeaning: readonly Ranked[],
  weight = meaningWeight,
): Ranked[] {
  const best = Math.max(...byWord.map((hit) => hit.score), 1e-9)
  const total = new Map<number, number>()
  for (const { position, score } of byWord) total.set(position, score / best)
  for (const { position, score } of byMeaning)
    total.set(position, (total.get(position) ?? 0) + weight * Math.max(0, score))
  return [...total]
    .map(([position, score]) => ({ position, score: Math.min(1, score / (1 + weight)) }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
}
