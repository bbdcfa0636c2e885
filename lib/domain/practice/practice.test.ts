import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt } from '@/tests/fixtures/attempts'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'
import { fold } from '../interview/evolve'
import { attemptsOf } from './attempt'
import { drill, drillFilter } from './drill'
import { masteries, topicMasteries } from './mastery'
import { dayOf, progressOf } from './progress'

const handbook = sampleHandbook({ attention: 4, optimizers: 2 })
const id = (n: number) => `attention/attention-${n}`
const tokyo = { now: new Date('2026-03-10T12:00:00Z'), timeZone: 'Asia/Tokyo' }

describe('attempts', () => {
  it('are what was answered and graded, and never the question that is still open', () => {
    const state = fold(oneOfEachEvent)
    if (!state) throw new Error('nothing to fold')
    expect(attemptsOf('i', state)).toHaveLength(1)
    const open = { ...state, closed: undefined }
    expect(attemptsOf('i', open)).toEqual([])
    expect(attemptsOf('i', state)[0]).toMatchObject({
      ...{ interviewId: 'i', questionId: 'attention/a', seconds: 0 },
      misconceptions: [{ misconceptionId: 'myth' }],
    })
  })
})

describe('mastery', () => {
  const attempts = [
    attempt(id(0), 90, '2026-03-02T10:00:00Z'),
    attempt(id(0), 20, '2026-03-05T10:00:00Z'),
    attempt(id(1), 80, '2026-03-03T10:00:00Z'),
  ]
  const all = masteries([...handbook.questions.values()], attempts)

  it('keeps the best score and goes by the latest', () => {
    expect(all[0]).toMatchObject({ level: 'weak', best: 90, latest: 20, attempts: 2 })
    expect(all[1]).toMatchObject({ level: 'known', best: 80, latest: 80 })
    expect(all[2]).toMatchObject({ level: 'unseen', attempts: 0 })
    expect(topicMasteries(handbook, attempts)[0]).toEqual({
      ...{ topic: 'attention', questions: 4, seen: 2, known: 1 },
    })
  })

  it('is drilled weak ones first, then unseen, then known', () => {
    expect(drill(all, {}).map(({ question }) => question.id)).toEqual([
      ...[id(0), 'optimizers/optimizers-0', 'optimizers/optimizers-1', id(2), id(3), id(1)],
    ])
    expect(drill(all, { level: 'known' }).map(({ question }) => question.id)).toEqual([id(1)])
    expect(drill(all, { difficulty: 1 }).map(({ question }) => question.difficulty)).toEqual([1, 1])
    expect(drillFilter.parse({ level: 'nonsense', difficulty: '9' })).toEqual({})
  })
})

describe('progress', () => {
  it('counts days where the candidate is, and a streak that today has not broken yet', () => {
    const days = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']
    const attempts = days.map((day) => attempt(id(0), 50, `${day}T20:00:00Z`))
    const progress = progressOf(attempts, tokyo)
    // 20:00 in London is the next morning in Tokyo.
    expect(progress.days.map(({ day }) => day)).toEqual([
      ...['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10'],
    ])
    expect(progress.streak).toBe(4)
    expect(progressOf(attempts.slice(0, 3), tokyo).streak).toBe(3)
    expect(progressOf(attempts.slice(0, 2), tokyo).streak).toBe(0)
    expect(dayOf(new Date('2026-03-09T23:30:00Z'), 'UTC')).toBe('2026-03-09')
  })

  it('names what the latest attempts left out, and the misconceptions that come again', () => {
    const progress = progressOf(
      [
        attempt(id(0), 10, '2026-03-01T10:00:00Z'),
        attempt(id(0), 20, '2026-03-02T10:00:00Z'),
        attempt(id(1), 10, '2026-03-01T10:00:00Z'),
        attempt(id(1), 95, '2026-03-02T10:00:00Z'),
      ],
      tokyo,
    )
    expect(progress.weakest).toEqual([
      expect.objectContaining({ questionId: id(0), keyPointId: 'must', missed: 2 }),
      expect.objectContaining({ questionId: id(0), keyPointId: 'nice', missed: 2 }),
    ])
    expect(progress.misconceptions.map(({ times }) => times)).toEqual([2, 1])
  })

  it('narrows the range of an ability with every attempt, and keeps the estimate in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 40 }), (scores) => {
        const attempts = scores.map((score, n) =>
          attempt(id(0), score, new Date(Date.UTC(2026, 0, 1 + n)).toISOString()),
        )
        const [one] = progressOf(attempts, tokyo).topics
        const width = (p: typeof one): number => (p ? p.high - p.low : 0)
        expect(one?.low).toBeLessThanOrEqual(one?.expected ?? -1)
        expect(one?.high).toBeGreaterThanOrEqual(one?.expected ?? 101)
        // A range on the logistic scale is widest in its middle: compared with the one before, it may widen by moving there.
        expect(width(one)).toBeLessThanOrEqual(62)
        expect(progressOf(attempts, tokyo).attempts).toBe(scores.length)
      }),
    )
  })
})
