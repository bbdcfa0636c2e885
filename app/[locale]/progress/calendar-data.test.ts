import { expect, it } from 'vitest'
import { calendarData } from './calendar-data'

it('is a year of days that ends today, the darker the more was answered', () => {
  const data = calendarData(
    [
      { day: '2026-03-01', attempts: 1, score: 50 },
      { day: '2026-03-02', attempts: 12, score: 50 },
      { day: '2020-01-01', attempts: 5, score: 50 },
    ],
    '2026-03-02',
  )
  expect(data).toHaveLength(365)
  expect(data[0]?.date).toBe('2025-03-03')
  expect(data.slice(-2)).toEqual([
    { date: '2026-03-01', count: 1, level: 1 },
    { date: '2026-03-02', count: 12, level: 4 },
  ])
  expect(data.filter(({ count }) => count > 0)).toHaveLength(2)
  expect(new Set(data.map(({ date }) => date)).size).toBe(365)
})
