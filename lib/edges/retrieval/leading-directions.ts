import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { breather } from '@/lib/conduct/breathe'

/** A sparse matrix, one document a row: `indices` and `values` from `starts[d]` to `starts[d + 1]` are row `d`. */
export interface SparseRows {
  readonly starts: Uint32Array
  readonly indices: Uint32Array
  readonly values: Float32Array
  /** Number of columns: the size of the vocabulary. */
  readonly width: number
}

/** A dense matrix, row after row. */
interface Dense {
  readonly data: Float64Array
  readonly columns: number
}

type Rest = () => Promise<void>

const oversampling = 10
const powerIterations = 3

/** Steps that `leadingDirections` reports: two products and a clean-up an iteration, then four more. */
export const fittingSteps = powerIterations * 3 + 4

/** Gaussian-enough numbers from a fixed linear congruential generator (Numerical Recipes): the fit is repeatable. */
function noise(length: number): Float64Array {
  let state = 20260101
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return Float64Array.from({ length }, () => next() + next() + next() - 1.5)
}

/** `to += factor · from` over rows of `columns` numbers that begin at the offsets. */
function addRow(
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  fromAt: number,
  factor: number,
  columns: number,
): void {
  for (let c = 0; c < columns; c++) to[toAt + c] = (to[toAt + c] ?? 0) + factor * (from[fromAt + c] ?? 0)
}

/** `Aᵀ · X` into `out`: vocabulary × columns. */
async function byFeature(a: SparseRows, x: Dense, out: Float64Array, rest: Rest): Promise<void> {
  out.fill(0)
  for (let d = 0; d + 1 < a.starts.length; d++) {
    for (let i = a.starts[d] ?? 0; i < (a.starts[d + 1] ?? 0); i++)
      addRow(out, (a.indices[i] ?? 0) * x.columns, x.data, d * x.columns, a.values[i] ?? 0, x.columns)
    if (d % 32 === 0) await rest()
  }
}

/** `A · Y` into `out`: documents × columns. */
async function byDocument(a: SparseRows, y: Dense, out: Float64Array, rest: Rest): Promise<void> {
  out.fill(0)
  for (let d = 0; d + 1 < a.starts.length; d++) {
    for (let i = a.starts[d] ?? 0; i < (a.starts[d + 1] ?? 0); i++)
      addRow(out, d * y.columns, y.data, (a.indices[i] ?? 0) * y.columns, a.values[i] ?? 0, y.columns)
    if (d % 32 === 0) await rest()
  }
}

function transpose(from: Float64Array, rows: number, columns: number): Float64Array {
  const to = new Float64Array(from.length)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) to[c * rows + r] = from[r * columns + c] ?? 0
  return to
}

/** Turns the columns of a matrix into an orthonormal set (modified Gram-Schmidt). */
async function orthonormalise({ data, columns }: Dense, rest: Rest): Promise<void> {
  const rows = data.length / columns
  const byColumn = transpose(data, rows, columns)
  for (let c = 0; c < columns; c++) {
    const own = byColumn.subarray(c * rows, (c + 1) * rows)
    for (let p = 0; p < c; p++) {
      let dot = 0
      for (let r = 0; r < rows; r++) dot += (own[r] ?? 0) * (byColumn[p * rows + r] ?? 0)
      addRow(own, 0, byColumn, p * rows, -dot, rows)
    }
    const norm = Math.sqrt(own.reduce((sum, x) => sum + x * x, 0))
    for (let r = 0; r < rows; r++) own[r] = norm > 1e-12 ? (own[r] ?? 0) / norm : 0
    await rest()
  }
  data.set(transpose(byColumn, columns, rows))
}

/** `Bᵀ · B`, small and square. */
async function gram({ data, columns }: Dense, rest: Rest): Promise<Matrix> {
  const out = new Float64Array(columns * columns)
  for (let r = 0; r * columns < data.length; r++) {
    for (let i = 0; i < columns; i++) {
      const left = data[r * columns + i] ?? 0
      if (left !== 0) addRow(out, i * columns, data, r * columns, left, columns)
    }
    if (r % 256 === 0) await rest()
  }
  return Matrix.from1DArray(columns, columns, out)
}

/** `B` turned onto its principal axes, each scaled to the root of its singular value: vocabulary × dimension. */
async function rotate(
  { data, columns }: Dense,
  axes: readonly Float64Array[],
  rest: Rest,
): Promise<Float32Array> {
  const rows = data.length / columns
  const u = new Float32Array(rows * axes.length)
  for (let r = 0; r < rows; r++) {
    for (const [d, axis] of axes.entries()) {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += (data[r * columns + c] ?? 0) * (axis[c] ?? 0)
      u[r * axes.length + d] = sum
    }
    if (r % 256 === 0) await rest()
  }
  return u
}

/**
 * The directions in the space of features along which the documents differ most: the right singular vectors of the
 * matrix with the largest singular values, by a randomised range finder with power iterations (Halko, Martinsson and
 * Tropp 2011, algorithms 4.4 and 5.1). Deterministic; memory is two dense matrices, vocabulary × wanted and
 * documents × wanted.
 *
 * Each direction is scaled by the root of its singular value: measured better than unit length or the full value.
 * @returns vocabulary × dimension, row after row; `dimension` is less than `wanted` when there is less to find
 */
export async function leadingDirections(
  a: SparseRows,
  wanted: number,
  onStep: () => void,
): Promise<{ directions: Float32Array; dimension: number }> {
  const rest = breather()
  const documents = a.starts.length - 1
  const columns = Math.min(documents, wanted + oversampling)
  const q: Dense = { data: noise(documents * columns), columns }
  const b: Dense = { data: new Float64Array(a.width * columns), columns }
  const step = async (work: Promise<void>): Promise<void> => {
    await work
    onStep()
  }
  await step(orthonormalise(q, rest))
  for (let i = 0; i < powerIterations; i++) {
    await step(byFeature(a, q, b.data, rest))
    await step(byDocument(a, b, q.data, rest))
    await step(orthonormalise(q, rest))
  }
  await step(byFeature(a, q, b.data, rest))
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(await gram(b, rest), {
    assumeSymmetric: true,
  })
  onStep()
  const axes = realEigenvalues
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value > 1e-8)
    .sort((x, y) => y.value - x.value)
    .slice(0, wanted)
    .map(({ value, index }) =>
      Float64Array.from(eigenvectorMatrix.getColumn(index), (x) => x / value ** (1 / 4)),
    )
  const directions = await rotate(b, axes, rest)
  onStep()
  return { directions, dimension: axes.length }
}
