import type { Report } from './report'

type Advice = Report['studyNext'][number]

export interface PlanDay {
  /** Counted from today, which is 0. */
  readonly day: number
  /** To be studied for the first time. */
  readonly study: readonly Advice[]
  /** Studied on an earlier day, and to be answered again without looking. */
  readonly recall: readonly Advice[]
}

/**
 * Days after which something studied is asked for again: widening gaps hold better than equal ones (Landauer and
 * Bjork 1978, "Optimum rehearsal patterns and name learning").
 */
const gaps = [1, 3, 7] as const

/** Longest plan, days: past it nothing is left to be spread out. */
export const longestPlan = 60

/**
 * Spreads advice over the days until an interview: the most valuable first, as early as can be so that it can be asked
 * for again before the day; that day itself stays free.
 * @param days until the interview, at least 1
 */
export function studyPlan(advice: readonly Advice[], days: number): PlanDay[] {
  const length = Math.min(longestPlan, Math.max(1, Math.floor(days)))
  // Two thirds of the time for what is new, so that the last of it still comes back once.
  const newDays = Math.max(1, Math.min(advice.length, Math.ceil((length * 2) / 3)))
  const studied = advice.map((one, index) => ({ one, day: Math.floor((index * newDays) / advice.length) }))
  return Array.from({ length }, (_, day) => ({
    day,
    study: studied.filter((entry) => entry.day === day).map(({ one }) => one),
    recall: studied.filter((entry) => gaps.some((gap) => entry.day + gap === day)).map(({ one }) => one),
  })).filter(({ study, recall }) => study.length + recall.length > 0)
}

/** Whole days from one calendar day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
