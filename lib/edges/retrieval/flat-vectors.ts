import type { VectorIndex } from './vector-index'

/** Steps of similarity, from -1 to 1, by which the nearest are told from the rest without sorting all. */
const steps = 2_000

const stepOf = (similarity: number): number =>
  Math.min(steps - 1, Math.max(0, Math.floor(((similarity + 1) / 2) * steps)))

/** The lowest step that still belongs to the `k` highest. */
function cutoff(similarities: Float32Array, k: number): number {
  const counts = new Uint32Array(steps)
  for (const similarity of similarities) {
    const step = stepOf(similarity)
    counts[step] = (counts[step] ?? 0) + 1
  }
  let [step, sum] = [steps, 0]
  while (step > 0 && sum < k) sum += counts[--step] ?? 0
  return step
}

/**
 * Vectors of unit length one after another, each query compared with all of them: exact, nothing to build, nothing that a
 * damaged file could take down, and for the passages of 10,000 questions as quick as a graph (docs/evaluation.md).
 */
export function flatVectors(vectors: Float32Array, dimension: number): VectorIndex {
  const count = dimension === 0 ? 0 : vectors.length / dimension
  const similarity = (vector: Float32Array, position: number): number => {
    const start = position * dimension
    let sum = 0
    for (let d = 0; d < dimension; d++) sum += (vectors[start + d] as number) * (vector[d] as number)
    return sum
  }
  return {
    similarity,
    nearest: async (vector, k) => {
      const similarities = new Float32Array(count)
      for (let position = 0; position < count; position++)
        similarities[position] = similarity(vector, position)
      const least = cutoff(similarities, k)
      const found: { position: number; similarity: number }[] = []
      for (const [position, own] of similarities.entries())
        if (stepOf(own) >= least) found.push({ position, similarity: own })
      return found.sort((a, b) => b.similarity - a.similarity || a.position - b.position).slice(0, k)
    },
  }
}
