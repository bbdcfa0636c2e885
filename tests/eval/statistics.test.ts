import { describe, expect, it } from 'vitest'
import { areaUnderCurve, bootstrap, mean, pearson, spearman } from './statistics'

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

describe('area under the curve', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    expect(areaUnderCurve([3, 4], [1, 2])).toBe(1)
    expect(areaUnderCurve([1, 2], [3, 4])).toBe(0)
    expect(areaUnderCurve([1, 3], [1, 3])).toBe(0.5)
  })
})

describe('the bootstrap', () => {
  const rows = Array.from({ length: 200 }, (_, i) => i % 10)

  it('holds the statistic, is the same each time, and narrows with more rows', () => {
    const [low, high] = bootstrap(rows, mean)
    expect(low).toBeLessThan(4.5)
    expect(high).toBeGreaterThan(4.5)
    expect(bootstrap(rows, mean)).toEqual([low, high])
    const [least, most] = bootstrap(rows.slice(0, 20), mean)
    expect(most - least).toBeGreaterThan(high - low)
  })

  it('is a point where nothing varies', () => {
    expect(bootstrap([2, 2, 2], mean)).toEqual([2, 2])
  })
})
