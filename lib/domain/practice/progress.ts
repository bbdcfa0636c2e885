import { expectedScore, prior, update, type Ability } from '../ability/ability'
import type { Localized } from '../handbook/language'
import { groupBy, type Attempt } from './attempt'

/** 0 to 100: the score to be expected on a question of middling difficulty, and the range that it lies in. */
export interface AbilityEstimate {
  readonly expected: number
  readonly low: number
  readonly high: number
}

/** Half the width of a central 80 % interval of the normal distribution, standard deviations. */
const halfWidth = 1.2816
const middling = 3

function estimate(ability: Ability): AbilityEstimate {
  const spread = halfWidth / Math.sqrt(ability.precision)
  const at = (mean: number): number => Math.round(100 * expectedScore({ ...ability, mean }, middling))
  return {
    expected: at(ability.mean),
    low: at(ability.mean - spread),
    high: at(ability.mean + spread),
  }
}

const abilityOf = (attempts: readonly Attempt[]): Ability =>
  attempts.reduce((ability, { difficulty, score }) => update(ability, difficulty, score / 100), prior)

export interface TopicProgress extends AbilityEstimate {
  readonly topic: string
  readonly attempts: number
  readonly seconds: number
}

export interface DayProgress {
  /** YYYY-MM-DD where the candidate is. */
  readonly day: string
  readonly attempts: number
  /** 0 to 100, mean. */
  readonly score: number
}

export interface WeakPoint {
  readonly questionId: string
  readonly keyPointId: string
  readonly claim: Localized
  readonly weight: number
  /** In how many attempts it was not covered. */
  readonly missed: number
}

export interface Frequent {
  readonly questionId: string
  readonly misconceptionId: string
  readonly claim: Localized
  readonly times: number
}

export interface Progress {
  readonly attempts: number
  readonly seconds: number
  readonly topics: readonly TopicProgress[]
  readonly days: readonly DayProgress[]
  /** Days in a row up to today, or up to yesterday while today has none yet. */
  readonly streak: number
  /** What the latest attempt at each question left out, the heaviest and most often missed first. */
  readonly weakest: readonly WeakPoint[]
  readonly misconceptions: readonly Frequent[]
}

const mostListed = 8

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** The calendar day of a moment in a time zone, YYYY-MM-DD. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function streakOf(days: ReadonlySet<string>, today: string): number {
  let day = days.has(today) ? today : dayBefore(today)
  let length = 0
  for (; days.has(day); day = dayBefore(day)) length++
  return length
}

function weakest(byQuestion: ReadonlyMap<string, readonly Attempt[]>): WeakPoint[] {
  const open = [...byQuestion].flatMap(([questionId, attempts]) =>
    (attempts.at(-1)?.points ?? [])
      .filter(({ verdict }) => verdict === 'missing' || verdict === 'contradicted')
      .map(({ keyPointId, claim, weight }) => ({
        ...{ questionId, keyPointId, claim, weight },
        missed: attempts.filter(({ points }) =>
          points.some((p) => p.keyPointId === keyPointId && p.verdict !== 'covered'),
        ).length,
      })),
  )
  return open.sort((a, b) => b.weight * b.missed - a.weight * a.missed).slice(0, mostListed)
}

function frequent(byQuestion: ReadonlyMap<string, readonly Attempt[]>): Frequent[] {
  const all = [...byQuestion].flatMap(([questionId, attempts]) => {
    const asserted = attempts.flatMap(({ misconceptions }) => misconceptions)
    const last = new Map(asserted.map((m) => [m.misconceptionId, m]))
    return [...last.values()].map((m) => ({
      ...{ questionId, ...m },
      times: asserted.filter(({ misconceptionId }) => misconceptionId === m.misconceptionId).length,
    }))
  })
  return all.sort((a, b) => b.times - a.times).slice(0, mostListed)
}

/** What all attempts of a candidate add up to. */
export function progressOf(
  attempts: readonly Attempt[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Progress {
  const byDay = groupBy(attempts, ({ at }) => dayOf(new Date(at), timeZone))
  const byQuestion = groupBy(attempts, ({ questionId }) => questionId)
  return {
    attempts: attempts.length,
    seconds: sum(attempts.map(({ seconds }) => seconds)),
    topics: [...groupBy(attempts, ({ topic }) => topic)].map(([topic, own]) => ({
      ...{ topic, attempts: own.length, ...estimate(abilityOf(own)) },
      seconds: sum(own.map(({ seconds }) => seconds)),
    })),
    days: [...byDay].map(([day, own]) => ({
      ...{ day, attempts: own.length },
      score: Math.round(sum(own.map(({ score }) => score)) / own.length),
    })),
    streak: streakOf(new Set(byDay.keys()), dayOf(now, timeZone)),
    weakest: weakest(byQuestion),
    misconceptions: frequent(byQuestion),
  }
}
