import { describe, expect, it } from 'vitest'
import { barePoints } from './bare'
import { createBuiltinGrader } from './builtin-grader'
import { gradeAnswer } from './grade-answer'

const grader = createBuiltinGrader()

function graded(prompt: string, reference: string, answer: string) {
  const question = { prompt, reference, keyPoints: [], misconceptions: [] }
  return gradeAnswer(grader, { question, answer, asked: { kind: 'question', text: prompt }, language: 'en' })
}

const router = {
  prompt: 'What does a router do with a packet whose time to live has expired?',
  reference: 'It discards the packet, and sends an ICMP message back to the sender.',
}
const test = {
  prompt: 'Was haben die Daten gezeigt? What did the data show?',
  reference: 'There is no significant difference between the groups, since the p value is above 0.05.',
}

describe('a reference without a rubric', () => {
  it('is cut into what each piece says first, words of the question left out', () => {
    const points = barePoints({
      prompt: '配送按专业化程度可分为哪些类型？',
      reference: '配送按专业化程度分为综合配送、专业配送、综合配送。',
    })
    expect(points.map(({ point }) => point.claim.zh)).toEqual(['配送按专业化程度分为综合配送', '专业配送'])
  })

  it('is one piece when it says nothing but the question', () => {
    expect(barePoints({ prompt: 'Is it lazy?', reference: 'lazy' })).toHaveLength(1)
  })

  it('gives everything for the reference itself and nothing for another matter', async () => {
    expect((await graded(router.prompt, router.reference, router.reference)).score).toBe(100)
    expect(
      (await graded(router.prompt, router.reference, 'Bananas are yellow and sweet.')).score,
    ).toBeLessThan(15)
  })

  it('gives more the more of it is said, and proves each part', async () => {
    const half = await graded(router.prompt, router.reference, 'It just discards it.')
    const whole = await graded(
      router.prompt,
      router.reference,
      'It discards it and tells the sender by an ICMP message.',
    )
    expect(half.score).toBeGreaterThan(15)
    expect(whole.score).toBeGreaterThan(half.score + 20)
    for (const { verdict, quote, share } of half.verdicts.filter((v) => v.verdict !== 'missing')) {
      expect(share, verdict).toBeGreaterThan(0)
      expect('It just discards it.').toContain(quote)
    }
  })

  it('takes away where one asserts what the other denies', async () => {
    const right = await graded(test.prompt, test.reference, 'No significant difference, p is above 0.05.')
    const wrong = await graded(test.prompt, test.reference, 'A significant difference, p is above 0.05.')
    expect(wrong.score).toBeLessThan(right.score - 10)
  })

  it('reads Chinese that is worded otherwise', async () => {
    const asked = '运输合同以运输对象为标准可分为什么类型？'
    const one = await graded(asked, '分为客运合同、货运合同。', '客运的合同')
    const both = await graded(asked, '分为客运合同、货运合同。', '有货运，也有客运')
    expect(both.score).toBeGreaterThan(one.score)
  })
})
