import { describe, expect, it } from 'vitest'
import { pearson, spearman } from './statistics'

describe('correlations', () => {
  it('are 1 for the same order, -1 for the reverse, and feel only what they should', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1)
    expect(spearman([1, 2, 3, 4], [1, 4, 9, 16])).toBeCloseTo(1)
    expect(pearson([1, 2, 3, 4], [1, 4, 9, 16])).toBeLessThan(1)
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1)
  })

  it('share ranks between ties', () => {
    expect(spearman([1, 1, 2], [5, 5, 9])).toBeCloseTo(1)
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN()
  })
})
