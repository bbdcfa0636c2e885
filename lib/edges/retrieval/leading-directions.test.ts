import fc from 'fast-check'
import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { leadingDirections, type SparseRows } from './leading-directions'

const sparse = (rows: readonly (readonly number[])[]): SparseRows => {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    row.forEach((value, column) => {
      if (value === 0) return
      indices.push(column)
      values.push(value)
    })
    starts.push(indices.length)
  }
  return {
    starts: Uint32Array.from(starts),
    indices: Uint32Array.from(indices),
    values: Float32Array.from(values),
    width: rows[0]?.length ?? 0,
  }
}

const matrices = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .filter((rows) => rows.some((row) => row.some((value) => value > 0)))

/** `U · Uᵀ` of the directions, each divided by the root of its singular value: the projector onto their space. */
function gramOf(directions: Float32Array, dimension: number): Matrix {
  const u = Matrix.from1DArray(directions.length / dimension, dimension, [...directions])
  return u.transpose().mmul(u)
}

describe('leadingDirections', () => {
  it('finds the singular values of any small matrix', async () => {
    await fc.assert(
      fc.asyncProperty(matrices, async (rows) => {
        const exact = new SingularValueDecomposition(new Matrix(rows), { autoTranspose: true }).diagonal
        const { directions, dimension } = await leadingDirections(sparse(rows), 20, () => undefined)
        const gram = gramOf(directions, dimension)
        const wanted = exact.filter((value) => value > 1e-3)
        for (const [d, value] of wanted.entries()) expect(gram.get(d, d)).toBeCloseTo(value, 2)
        for (let i = 0; i < dimension; i++)
          for (let j = 0; j < i; j++) expect(Math.abs(gram.get(i, j))).toBeLessThan(1e-2)
      }),
      { numRuns: 60 },
    )
  })

  it('gives no more directions than were asked for, the strongest', async () => {
    const rows = [
      [9, 0, 0],
      [0, 5, 0],
      [0, 0, 1],
    ]
    const { directions, dimension } = await leadingDirections(sparse(rows), 2, () => undefined)
    expect(dimension).toBe(2)
    expect([...gramOf(directions, 2).diagonal()].map(Math.round)).toEqual([9, 5])
  })

  it('gives the same numbers every time', async () => {
    const rows = Array.from({ length: 30 }, (_, r) => Array.from({ length: 40 }, (_, c) => (r * c) % 7))
    const [first, second] = await Promise.all(
      [1, 2].map(() => leadingDirections(sparse(rows), 5, () => undefined)),
    )
    expect(first).toEqual(second)
  })
})
