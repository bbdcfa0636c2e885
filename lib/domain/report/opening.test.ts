import { describe, expect, it } from 'vitest'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { fold } from '../interview/evolve'
import { assembleReport } from './assemble-report'
import { basisOf, openingFacts, standingOpening, verifyOpening, type OpeningFacts } from './opening'

const facts: OpeningFacts = {
  ...{ language: 'en', band: 'fair' },
  points: [
    {
      ...{ number: 1, kind: 'strength', id: 'scale', question: 1, verdict: 'covered' },
      ...{ prompt: 'Why scale?', claim: 'The scores grow with d', quote: 'they grow  with the width 64' },
    },
    {
      ...{ number: 2, kind: 'gap', id: 'softmax', question: 1, verdict: 'missing' },
      ...{ prompt: 'Why scale?', claim: 'The softmax saturates' },
    },
  ],
}
const points = [
  { number: 1, text: 'You saw that “They grow with the width 64”.' },
  { number: 2, text: 'The softmax was left out.' },
]
const fault = (draft: Partial<Parameters<typeof verifyOpening>[0]>): string => {
  const verified = verifyOpening({ summary: 'You know why.', points, ...draft }, facts)
  return verified.ok ? 'none' : verified.fault
}

describe('words for an opening', () => {
  it('stand when each strength and gap has its own and nothing is made up', () => {
    expect(verifyOpening({ summary: ' You know why. ', points: [...points].reverse() }, facts)).toEqual({
      ok: true,
      words: {
        ...{ basis: 'fair 1.scale+ 1.softmax-', summary: 'You know why.' },
        points: [
          { question: 1, keyPointId: 'scale', text: 'You saw that “They grow with the width 64”.' },
          { question: 1, keyPointId: 'softmax', text: 'The softmax was left out.' },
        ],
      },
    })
  })

  it('fall with a quote or a figure of their own, a gap, a stranger, or too many words', () => {
    expect(fault({ summary: 'You said “it is magic”.' })).toContain('nobody said: it is magic')
    expect(fault({ summary: 'You said 「魔法」。' })).toContain('魔法')
    expect(fault({ summary: 'That is 7 out of 10.' })).toContain('figure of its own: 7')
    expect(fault({ summary: '  ' })).toBe('summary: it is empty')
    expect(fault({ summary: 'x'.repeat(701) })).toContain('longer than 700')
    expect(fault({ points: points.slice(1) })).toBe('points: not one for each')
    const stranger = { number: 9, text: 'And another thing.' }
    expect(fault({ points: [...points.slice(1), stranger] })).toBe('point 1: it is left out')
    // What was said on one point proves nothing on another.
    const moved = { number: 2, text: 'You said “they grow”.' }
    expect(fault({ points: [...points.slice(0, 1), moved] })).toContain('point 2: it quotes what nobody said')
  })
})

describe('the opening of a report', () => {
  const state = fold(oneOfEachEvent)
  if (!state) throw new Error('nothing to fold')
  const report = assembleReport('i', state, sampleHandbook({ attention: 1 }))
  const use = { model: 'm', promptVersion: 'opening-1', calls: 1, inputTokens: 1, outputTokens: 1 }

  it('is about the verdicts, and of an interview that has ended', () => {
    expect(openingFacts(report)?.points.map(({ id, kind }) => [id, kind])).toContainEqual([
      'must',
      'strength',
    ])
    expect(openingFacts({ ...report, status: 'active' })).toBeUndefined()
  })

  it('is composed again as soon as a verdict is another', () => {
    const current = openingFacts(report)
    if (!current) throw new Error('nothing to word')
    const written = { basis: basisOf(current), summary: 's', points: [], use }
    expect(standingOpening(report, [written])).toBe(written)
    const questions = report.questions.map((question) => ({
      ...question,
      keyPoints: question.keyPoints.map((point) => ({ ...point, verdict: 'contradicted' as const })),
    }))
    expect(standingOpening({ ...report, questions }, [written])).toBeUndefined()
  })

  it('is accounted for', () => {
    expect(report.use?.calls).toBe(1)
    expect(report.opening).toBeUndefined()
  })
})
