import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse } from './fuse'

const hits = fc.dictionary(
  fc.integer({ min: 0, max: 50 }).map(String),
  fc.double({ min: 0.01, max: 80, noNaN: true }),
)
const asMap = (scores: Record<string, number>) =>
  new Map(Object.entries(scores).map(([position, score]) => [Number(position), score]))

describe('fuse', () => {
  it('gives every candidate a score from 0 to 1, the best first', () => {
    fc.assert(
      fc.property(
        hits,
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.func(fc.double({ min: -1, max: 1.000001, noNaN: true })),
        (scores, attainable, similarity) => {
          const words = { scores: asMap(scores), attainable }
          const ranked = fuse([...words.scores.keys(), 99], words, similarity)
          expect(ranked).toHaveLength(words.scores.size + 1)
          for (const { score } of ranked) expect(score).toSatisfy((s: number) => s >= 0 && s <= 1)
          expect(ranked.map((r) => r.score)).toEqual(ranked.map((r) => r.score).sort((a, b) => b - a))
        },
      ),
    )
  })

  it('lets words decide where meaning is level, and the other way round', () => {
    const words = {
      scores: new Map([
        [1, 4],
        [2, 8],
      ]),
      attainable: 10,
    }
    expect(fuse([1, 2], words, () => 0.5)[0]?.position).toBe(2)
    const level = {
      scores: new Map([
        [1, 8],
        [2, 8],
      ]),
      attainable: 10,
    }
    expect(fuse([1, 2], level, (position) => (position === 1 ? 0.9 : 0.1))[0]?.position).toBe(1)
  })

  it('does not take one odd shared word for a full match', () => {
    const odd = { scores: new Map([[1, 2]]), attainable: 60 }
    expect(fuse([1, 2], odd, (position) => (position === 2 ? 0.6 : 0.1))[0]?.position).toBe(2)
  })
})
