import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedScore, prior, suitableDifficulty, update, type Ability } from './ability'

const score = fc.double({ min: 0, max: 1, noNaN: true })
const difficulty = fc.integer({ min: 1, max: 5 })
const ability: fc.Arbitrary<Ability> = fc
  .array(fc.tuple(difficulty, score), { maxLength: 30 })
  .map((answers) => answers.reduce((a, [d, s]) => update(a, d, s), prior))

describe('ability', () => {
  it('rises with a better score and falls with a worse one', () => {
    fc.assert(
      fc.property(ability, difficulty, score, score, (a, d, s, t) => {
        const [low, high] = s < t ? [s, t] : [t, s]
        expect(update(a, d, low).mean).toBeLessThanOrEqual(update(a, d, high).mean)
        expect(update(a, d, expectedScore(a, d)).mean).toBeCloseTo(a.mean)
      }),
    )
  })

  it('grows surer with every answer', () => {
    fc.assert(
      fc.property(ability, difficulty, score, (a, d, s) => {
        expect(update(a, d, s).precision).toBeGreaterThan(a.precision)
      }),
    )
  })

  it('finds its way to a simulated candidate', () => {
    const truth: Ability = { mean: 1.2, precision: 1 }
    let belief = prior
    for (let i = 0; i < 60; i++) {
      const d = suitableDifficulty(belief)
      belief = update(belief, d, expectedScore(truth, d))
    }
    expect(belief.mean).toBeCloseTo(1.2, 0)
  })

  it('asks the strong harder questions than the weak, always between 1 and 5', () => {
    fc.assert(
      fc.property(ability, (a) => {
        const d = suitableDifficulty(a)
        expect(d).toBeGreaterThanOrEqual(1)
        expect(d).toBeLessThanOrEqual(5)
        expect(suitableDifficulty({ ...a, mean: a.mean + 1 })).toBeGreaterThanOrEqual(d)
      }),
    )
    expect([-2, 0, 2].map((mean) => suitableDifficulty({ mean, precision: 1 }))).toEqual([1, 2, 5])
  })
})
