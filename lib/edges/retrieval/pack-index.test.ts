import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatVectors } from './flat-vectors'
import { highest } from './highest'
import { isOneTypoAway, postingsCollector, termIndex } from './term-index'

const sorted = (values: Float32Array, low: number): number[] =>
  [...values.keys()]
    .filter((position) => (values[position] ?? low) > low)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

describe('the highest of many values', () => {
  it('are those that sorting all of them finds', () => {
    const numbers = fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 300 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 50 }), (values, k) => {
        expect(highest(values, k, -1)).toEqual(sorted(values, -1).slice(0, k))
        expect(highest(values, k, 0)).toEqual(sorted(values, 0).slice(0, k))
      }),
    )
  })
})

describe('flat vectors', () => {
  it('are searched exactly, whatever their dimension', async () => {
    for (const dimension of [1, 3, 4, 6, 160]) {
      const vectors = Float32Array.from(
        { length: dimension * 40 },
        (_, n) => Math.sin(n * 7.3) / Math.sqrt(dimension),
      )
      const query = Float32Array.from({ length: dimension }, (_, n) => Math.cos(n) / Math.sqrt(dimension))
      const exact = Array.from({ length: 40 }, (_, position) =>
        query.reduce((sum, x, d) => sum + x * (vectors[position * dimension + d] ?? 0), 0),
      )
      const index = flatVectors(vectors, dimension)
      const [best] = await index.nearest(query, 3)
      expect(best?.similarity).toBeCloseTo(Math.max(...exact), 5)
      expect(index.similarity(query, 7)).toBeCloseTo(exact[7] ?? 0, 5)
    }
    expect(await flatVectors(new Float32Array(0), 160).nearest(new Float32Array(160), 5)).toEqual([])
  })
})

describe('postings', () => {
  const texts = ['gradient descent step', 'gradient norm clipping clipping', 'tokenizer merges', '梯度 裁剪']
  const built = async () => {
    const collector = postingsCollector()
    for (const text of texts) {
      const counts = new Map<string, number>([['#piece', 0.5]])
      for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
      collector.add(counts)
    }
    return collector.finish()
  }
  const found = async (query: string): Promise<number[]> => [
    ...termIndex(await built())
      .find(query, () => 1)
      .scores.keys(),
  ]

  it('hold whole words, sorted', async () => {
    const { vocabulary, lengths } = await built()
    expect(vocabulary).toEqual([...vocabulary].sort())
    expect(vocabulary).not.toContain('#piece')
    expect([...lengths]).toEqual([3, 4, 2, 2])
  })

  it('find what has the words, rarer and more of them first', async () => {
    expect(await found('gradient clipping')).toEqual([1, 0])
    expect(await found('梯度')).toEqual([3])
    expect(await found('nothing of the kind')).toEqual([])
    expect(await found('')).toEqual([])
  })

  it('find beginnings of words and words with a typo', async () => {
    expect(await found('grad')).toEqual([0, 1])
    expect(await found('clippng')).toEqual([1])
  })
})

it('a typo is one letter more, less, other or swapped', () => {
  for (const [a, b] of [
    ['attention', 'atention'],
    ['attention', 'attenntion'],
    ['norm', 'morn'],
    ['ab', 'ba'],
    ['norm', 'norn'],
  ] as const)
    expect(isOneTypoAway(a, b), `${a} ${b}`).toBe(a !== 'norm' || b !== 'morn')
  expect(isOneTypoAway('gradient', 'gradual')).toBe(false)
})
