import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { features } from './features'

/** A fitted model: what a text's features weigh and how they map to dimensions. */
export interface LsiModel {
  readonly dimension: number
  readonly vocabulary: readonly string[]
  /** One for each feature of the vocabulary. */
  readonly idf: Float32Array
  /** `vocabulary.length` rows of `dimension` numbers. */
  readonly projection: Float32Array
}

interface Sparse {
  readonly indices: readonly number[]
  readonly values: readonly number[]
}

const oversampling = 10
const powerIterations = 3

/** Gaussian-enough numbers from a fixed linear congruential generator (Numerical Recipes): the fit is repeatable. */
function* noise(): Generator<number, never> {
  let state = 20260101
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  for (;;) yield next() + next() + next() - 1.5
}

/** Turns the columns of a row-major matrix into an orthonormal set (modified Gram-Schmidt). */
function orthonormalise(matrix: Float64Array, rows: number, columns: number): void {
  for (let c = 0; c < columns; c++) {
    for (let p = 0; p < c; p++) {
      let dot = 0
      for (let r = 0; r < rows; r++) dot += (matrix[r * columns + c] ?? 0) * (matrix[r * columns + p] ?? 0)
      for (let r = 0; r < rows; r++)
        matrix[r * columns + c] = (matrix[r * columns + c] ?? 0) - dot * (matrix[r * columns + p] ?? 0)
    }
    let norm = 0
    for (let r = 0; r < rows; r++) norm += (matrix[r * columns + c] ?? 0) ** 2
    norm = Math.sqrt(norm) || 1
    for (let r = 0; r < rows; r++) matrix[r * columns + c] = (matrix[r * columns + c] ?? 0) / norm
  }
}

/** `A · X` for the sparse documents as columns of `A`: features × columns. */
function timesDocuments(
  documents: readonly Sparse[],
  x: Float64Array,
  columns: number,
  size: number,
): Float64Array {
  const out = new Float64Array(size * columns)
  documents.forEach(({ indices, values }, d) => {
    indices.forEach((feature, i) => {
      const value = values[i] ?? 0
      for (let c = 0; c < columns; c++)
        out[feature * columns + c] = (out[feature * columns + c] ?? 0) + value * (x[d * columns + c] ?? 0)
    })
  })
  return out
}

/** `Aᵀ · Y`: documents × columns. */
function timesFeatures(documents: readonly Sparse[], y: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(documents.length * columns)
  documents.forEach(({ indices, values }, d) => {
    indices.forEach((feature, i) => {
      const value = values[i] ?? 0
      for (let c = 0; c < columns; c++)
        out[d * columns + c] = (out[d * columns + c] ?? 0) + value * (y[feature * columns + c] ?? 0)
    })
  })
  return out
}

/** The directions of the features with the largest singular values, by a randomised range finder (Halko et al. 2011). */
function leadingDirections(
  documents: readonly Sparse[],
  size: number,
  wanted: number,
): { u: Float32Array; dimension: number } {
  const columns = Math.min(documents.length, wanted + oversampling)
  const random = noise()
  let q: Float64Array = Float64Array.from({ length: documents.length * columns }, () => random.next().value)
  orthonormalise(q, documents.length, columns)
  for (let i = 0; i < powerIterations; i++) {
    q = timesFeatures(documents, timesDocuments(documents, q, columns, size), columns)
    orthonormalise(q, documents.length, columns)
  }
  const b = timesDocuments(documents, q, columns, size)
  const rows = Matrix.zeros(columns, columns)
  for (let r = 0; r < size; r++)
    for (let i = 0; i < columns; i++) {
      const left = b[r * columns + i] ?? 0
      if (left !== 0)
        for (let j = 0; j < columns; j++) rows.set(i, j, rows.get(i, j) + left * (b[r * columns + j] ?? 0))
    }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(rows, { assumeSymmetric: true })
  const order = realEigenvalues
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value > 1e-8)
    .sort((x, y) => y.value - x.value)
    .slice(0, wanted)
  const u = new Float32Array(size * order.length)
  for (let r = 0; r < size; r++)
    order.forEach(({ value, index }, d) => {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += (b[r * columns + c] ?? 0) * eigenvectorMatrix.get(c, index)
      u[r * order.length + d] = sum / Math.sqrt(value)
    })
  return { u, dimension: order.length }
}

const weighted = (count: number, idf: number): number => (1 + Math.log(1 + count)) * idf

/**
 * Fits latent semantic indexing (Deerwester et al. 1990) on aligned texts: each document holds the same matter in
 * both languages, so words of one come to lie near words of the other (Dumais et al. 1997).
 */
export function fitLsi(documents: readonly string[], wanted: number): LsiModel {
  const counted = documents.map(features)
  const frequency = new Map<string, number>()
  for (const counts of counted)
    for (const feature of counts.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const vocabulary = [...frequency.keys()].sort()
  const position = new Map(vocabulary.map((feature, index) => [feature, index]))
  const idf = Float32Array.from(vocabulary, (feature) =>
    Math.log(1 + documents.length / (frequency.get(feature) ?? 1)),
  )
  const sparse = counted.map((counts): Sparse => {
    const indices = [...counts.keys()].map((feature) => position.get(feature) ?? 0)
    const values = [...counts.values()].map((count, i) => weighted(count, idf[indices[i] ?? 0] ?? 0))
    const norm = Math.hypot(...values) || 1
    return { indices, values: values.map((value) => value / norm) }
  })
  const { u, dimension } = leadingDirections(sparse, vocabulary.length, wanted)
  return { dimension, vocabulary, idf, projection: u }
}

/** A text in, a vector of unit length out; a text without a known feature gives the zero vector. */
export function embedder({
  dimension,
  vocabulary,
  idf,
  projection,
}: LsiModel): (text: string) => Float32Array {
  const position = new Map(vocabulary.map((feature, index) => [feature, index]))
  return (text) => {
    const vector = new Float32Array(dimension)
    for (const [feature, count] of features(text)) {
      const row = position.get(feature)
      if (row === undefined) continue
      const weight = weighted(count, idf[row] ?? 0)
      for (let d = 0; d < dimension; d++)
        vector[d] = (vector[d] ?? 0) + weight * (projection[row * dimension + d] ?? 0)
    }
    const norm = Math.hypot(...vector)
    return norm === 0 ? vector : vector.map((x) => x / norm)
  }
}
