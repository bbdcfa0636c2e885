import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt } from '@/tests/fixtures/attempts'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { fold } from '../interview/evolve'
import { exchangesOf } from '../interview/state'
import { assembleReport } from './assemble-report'
import { compare, firstAndBest } from './compare'
import { courseOf } from './course'
import type { Report } from './report'
import { daysBetween, longestPlan, studyPlan } from './study-plan'

const state = fold(oneOfEachEvent)
if (!state) throw new Error('nothing to fold')
const report = assembleReport('i', state, sampleHandbook({ attention: 1 }))

describe('the course of a question', () => {
  it('has each thing that was asked, answered or not', () => {
    const [exchange] = exchangesOf(state)
    const course = exchange ? courseOf(exchange) : []
    expect(course.map(({ kind }) => kind)).toEqual(['question', 'probe', 'challenge', 'dive'])
    expect(course.every(({ gained, seconds }) => gained === 0 && seconds === undefined)).toBe(true)
  })

  it('gives nothing away while the question is open', () => {
    const open = assembleReport('i', { ...state, closed: undefined }, sampleHandbook({ attention: 1 }))
    expect(open.questions[0]?.course.every(({ gained, score }) => gained === 0 && score === undefined)).toBe(
      true,
    )
  })
})

const advice = (n: number): Report['studyNext'] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ questionId: `a/${i}`, prompt: `q${i}`, reason: 'missing' as const, points: [] },
  }))

describe('the study plan', () => {
  it('studies everything once, the most valuable first, and recalls it only later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 90 }), (n, days) => {
        const plan = studyPlan(advice(n), days)
        const studied = plan.flatMap(({ study }) => study.map(({ questionId }) => questionId))
        expect(studied).toEqual(advice(n).map(({ questionId }) => questionId))
        const studiedOn = new Map(
          plan.flatMap(({ day, study }) => study.map((a) => [a.questionId, day] as const)),
        )
        for (const { day, recall } of plan) {
          expect(day).toBeLessThan(Math.min(days, longestPlan))
          for (const { questionId } of recall) expect(studiedOn.get(questionId)).toBeLessThan(day)
        }
      }),
    )
  })

  it('counts calendar days, also over the end of summer time', () => {
    expect(daysBetween('2026-10-20', '2026-11-02')).toBe(13)
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1)
    expect(studyPlan(advice(2), 1)).toEqual([{ day: 0, study: advice(2), recall: [] }])
  })
})

describe('the comparison', () => {
  const now = {
    ...report,
    startedAt: '2026-02-01T10:00:00.000Z',
    topics: [{ id: 'attention', title: { zh: '', en: '' }, score: 80, questions: 1 }],
    questions: report.questions.map((question) => ({ ...question, questionId: 'attention/a', score: 80 })),
  }
  const earlier = [
    attempt('attention/a', 40, '2026-01-01T10:00:00.000Z'),
    attempt('attention/a', 60, '2026-01-05T10:00:00.000Z'),
    attempt('attention/b', 20, '2026-01-06T10:00:00.000Z'),
    attempt('attention/a', 99, '2026-03-01T10:00:00.000Z'),
    attempt('attention/a', 80, '2026-02-01T10:05:00.000Z', { interviewId: 'i' }),
  ]

  it('sets the last time before beside this one, and the mean of a topic', () => {
    expect(compare(now, earlier)).toEqual({
      questions: [{ questionId: 'attention/a', before: 60, now: 80 }],
      topics: [{ topic: 'attention', before: 40, now: 80, attempts: 3 }],
    })
    expect(compare(now, [])).toEqual({ questions: [], topics: [] })
  })

  it('knows the first and the best of a question that was answered more than once', () => {
    expect(firstAndBest('attention/a', earlier)).toEqual({ first: 40, best: 99 })
    expect(firstAndBest('attention/b', earlier)).toBeUndefined()
  })
})
