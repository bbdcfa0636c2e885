import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictKinds, type Verdict } from './grade'
import { score } from './score'
import { verify } from './verify'

const rubric = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 7 }).chain((weights) =>
  fc.record({
    keyPoints: fc.constant(weights.map((weight, index) => ({ id: `p${index}`, weight }))),
    verdicts: fc
      .tuple(...weights.map(() => fc.constantFrom(...verdictKinds)))
      .map((kinds) =>
        kinds.map((verdict, index): Verdict => ({ keyPointId: `p${index}`, verdict, confidence: 1 })),
      ),
  }),
)
const wrong = (n: number) => Array.from({ length: n }, (_, i) => ({ misconceptionId: `m${i}`, quote: 'q' }))
const order = ['contradicted', 'missing', 'partial', 'covered'] as const

describe('score', () => {
  it('is a whole number from 0 to 100: nothing for nothing, all for all', () => {
    fc.assert(
      fc.property(rubric, fc.nat(5), ({ keyPoints, verdicts }, n) => {
        const points = score(verdicts, wrong(n), keyPoints)
        expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true)
        const all = (verdict: Verdict['verdict']) =>
          score(
            verdicts.map((v) => ({ ...v, verdict })),
            [],
            keyPoints,
          )
        expect([all('covered'), all('missing'), all('contradicted')]).toEqual([100, 0, 0])
      }),
    )
  })

  it('never falls with a better verdict and never rises with a misconception', () => {
    fc.assert(
      fc.property(rubric, fc.nat(6), fc.nat(3), ({ keyPoints, verdicts }, at, n) => {
        const points = score(verdicts, wrong(n), keyPoints)
        const better = verdicts.map((v, i) =>
          i === at % verdicts.length
            ? { ...v, verdict: order[Math.min(3, order.indexOf(v.verdict) + 1)] ?? v.verdict }
            : v,
        )
        expect(score(better, wrong(n), keyPoints)).toBeGreaterThanOrEqual(points)
        expect(score(verdicts, wrong(n + 1), keyPoints)).toBeLessThanOrEqual(points)
      }),
    )
  })

  it('does not depend on the order of verdicts', () => {
    fc.assert(
      fc.property(rubric, ({ keyPoints, verdicts }) => {
        expect(score([...verdicts].reverse(), [], keyPoints)).toBe(score(verdicts, [], keyPoints))
      }),
    )
  })
})

describe('verify', () => {
  const judgement = (quote: string) => ({
    verdicts: [{ keyPointId: 'p', verdict: 'covered' as const, quote, confidence: 1 }],
    misconceptions: [{ misconceptionId: 'm', quote }],
    confidence: 1,
    grader: 'model',
  })

  it.each([
    ['the weights are frozen', 'THE  weights\nare frozen'],
    ['ｆｕｌｌ width', 'it is full WIDTH here'],
    ['预训练 权重', '因为预训练 权重是冻结的'],
  ])('keeps "%s" when the answer says so, in the words that were typed', (quote, answer) => {
    const { verdicts, misconceptions } = verify(judgement(quote), answer)
    expect(verdicts[0]?.verdict).toBe('covered')
    expect(answer).toContain(verdicts[0]?.quote)
    expect(misconceptions).toHaveLength(1)
  })

  it.each(['', '   ', 'something else', 'the weights … frozen'])(
    'drops the quote "%s" that does not stand there',
    (quote) => {
      const { verdicts, misconceptions } = verify(judgement(quote), 'the weights are frozen')
      expect(verdicts).toEqual([{ keyPointId: 'p', verdict: 'missing', confidence: 1 }])
      expect(misconceptions).toEqual([])
    },
  )
})
