import { describe, expect, it } from 'vitest'
import type { ReportKeyPoint, ReportQuestion } from './report'
import { letterFacts } from './letter-facts'

const point = (id: string, weight: number, verdict: ReportKeyPoint['verdict'], recovered = false) => ({
  ...{ id, weight, verdict, recovered },
  claim: `claim ${id}`,
  confidence: 1,
})

const answer = (graded: boolean) => ({
  ...{ turnId: 't', text: 'x', asked: 'y', at: '2026-01-01T10:00:00.000Z', graded },
  kind: 'question' as const,
  insights: [],
  verdicts: [],
})

const question = (part: Partial<ReportQuestion>): ReportQuestion => ({
  ...{ questionId: 'a/b', topic: 'a', difficulty: 3, prompt: 'why?', reference: 'so', references: [] },
  ...{
    graded: true,
    skipped: false,
    hinted: false,
    open: false,
    answers: [],
    course: [],
    keyPoints: [],
    misconceptions: [],
  },
  ...part,
})

describe('the facts of the letter', () => {
  it('counts points of graded questions only: what was not graded is neither strength nor gap', () => {
    const keyPoints = [point('a', 3, 'covered', true), point('b', 2, 'missing'), point('c', 1, 'partial')]
    const facts = letterFacts({
      questions: [
        question({ score: 60, answers: [answer(true)], keyPoints }),
        question({ skipped: true, keyPoints }),
        question({ answers: [answer(false)], graded: false, keyPoints }),
        question({ keyPoints }),
      ],
    })
    expect(facts).toMatchObject({
      ...{ asked: 4, answered: 2, skipped: 1, ungraded: 1, total: 3, recovered: 1 },
      points: { covered: 1, missing: 1, partial: 1, contradicted: 0 },
      strengths: [{ claim: 'claim a', question: 1 }],
      gaps: [{ claim: 'claim b', question: 1 }],
    })
  })

  it('names the heaviest first, three at the most, and no gap that was only nice to have', () => {
    const keyPoints = [
      point('nice', 1, 'missing'),
      point('half', 3, 'partial'),
      point('should', 2, 'contradicted'),
      point('left out', 3, 'missing'),
      point('wrong', 3, 'contradicted'),
    ]
    const { gaps, strengths } = letterFacts({ questions: [question({ score: 5, keyPoints })] })
    expect(gaps.map(({ claim }) => claim)).toEqual(['claim wrong', 'claim left out', 'claim half'])
    expect(strengths).toEqual([])
  })

  it('tells misconceptions that stand from those that were taken back', () => {
    const wrong = (resolved: boolean) => ({
      id: 'm',
      claim: '',
      quote: 'q',
      correction: 'c',
      resolved,
      turnId: 't',
    })
    const misconceptions = [wrong(true), wrong(false), wrong(false)]
    expect(letterFacts({ questions: [question({ misconceptions })] })).toMatchObject({
      standing: 2,
      resolved: 1,
    })
  })

  it('counts the questions whose grader was unsure, and none that was not graded', () => {
    const questions = [
      question({ score: 50, confidence: 0.3 }),
      question({ score: 50, confidence: 0.8 }),
      question({ confidence: 0.1 }),
    ]
    expect(letterFacts({ questions }).unsure).toBe(1)
  })

  it('has nothing to say of an interview without questions', () => {
    expect(letterFacts({ questions: [] })).toMatchObject({ asked: 0, total: 0, strengths: [], gaps: [] })
  })

  it('names points of different questions before a second one of any', () => {
    const keyPoints = [point('a', 3, 'covered'), point('b', 3, 'covered'), point('c', 3, 'covered')]
    const later = [point('d', 1, 'covered')]
    const { strengths } = letterFacts({
      questions: [question({ score: 90, keyPoints }), question({ score: 90, keyPoints: later })],
    })
    expect(strengths.map(({ id }) => id)).toEqual(['a', 'd', 'b'])
  })
})
