import { getFormatter, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/ui/disclosure'
import { Table } from '@/app/ui/table'
import type { Progress } from '@/lib/domain/practice/progress'
import { calendarData } from './calendar-data'
import { DayCalendar } from './day-calendar'
import { ScoreLine } from './score-line'

interface Props {
  readonly days: Progress['days']
  readonly streak: number
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Names of months and days of the week, in the visitor's language. */
async function calendarNames() {
  const format = await getFormatter()
  const utc = { timeZone: 'UTC' } as const
  return {
    months: Array.from({ length: 12 }, (_, month) =>
      format.dateTime(new Date(Date.UTC(2026, month, 1)), { ...utc, month: 'short' }),
    ),
    // The fourth of January 2026 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) =>
      format.dateTime(new Date(Date.UTC(2026, 0, 4 + day)), { ...utc, weekday: 'short' }),
    ),
  }
}

/** Days of practice and the scores of each: line, calendar, and the table behind both. */
export async function Days({ days, streak, today }: Props) {
  const t = await getTranslations('progress')
  const format = await getFormatter()
  const data = calendarData(days, today)
  const total = data.reduce((sum, { count }) => sum + count, 0)
  const named = days.map(({ day, ...own }) => ({
    ...{ day, ...own },
    date: format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' }),
    short: format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', month: 'short', day: 'numeric' }),
  }))
  return (
    <section aria-labelledby="days" className="space-y-6">
      <h2 id="days" className="font-serif text-title font-semibold">
        {t('scores')}
      </h2>
      {named.length > 1 && <ScoreLine days={named.map(({ short, score }) => ({ day: short, score }))} />}
      <div className="space-y-3">
        <h3 className="flex flex-wrap items-baseline gap-x-5 text-ui font-semibold">
          {t('calendar')}
          <span className="figures font-normal text-ink-soft">{t('streak', { count: streak })}</span>
        </h3>
        <DayCalendar
          data={data}
          labels={{
            ...(await calendarNames()),
            totalCount: t('totalDays', { count: total }),
            legend: { less: t('less'), more: t('more') },
          }}
        />
      </div>
      <Disclosure summary={t('asTable')}>
        <Table
          caption={t('scores')}
          head={[t('day'), t('score'), t('answers')]}
          rows={[...named].reverse().map(({ day, date, score, attempts }) => ({
            key: day,
            cells: [date, score, attempts],
          }))}
        />
      </Disclosure>
    </section>
  )
}
