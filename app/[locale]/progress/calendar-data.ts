import { addDays, format as iso, parseISO, subDays } from 'date-fns'
import type { DayProgress } from '@/lib/domain/practice/progress'

const daysShown = 365

/** Answers of one day from which its square is at the next darker level. */
const levels = [1, 3, 6, 10] as const

export interface CalendarDay {
  readonly date: string
  readonly count: number
  /** 0 to 4. */
  readonly level: number
}

/** The year up to today, with the days in between that have answers. */
export function calendarData(days: readonly DayProgress[], today: string): CalendarDay[] {
  const first = iso(subDays(parseISO(today), daysShown - 1), 'yyyy-MM-dd')
  const answered = new Map(days.map(({ day, attempts }) => [day, attempts]))
  return Array.from({ length: daysShown }, (_, n) => {
    const date = iso(addDays(parseISO(first), n), 'yyyy-MM-dd')
    const count = answered.get(date) ?? 0
    return { date, count, level: levels.filter((from) => count >= from).length }
  })
}
