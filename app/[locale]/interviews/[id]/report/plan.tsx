import { readingPlace } from '@/app/reading-place'
import clsx from 'clsx'
import { getFormatter, getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/app/ui/button-style'
import { TextLink } from '@/app/ui/text-link'
import type { Report } from '@/lib/domain/report/report'
import { daysBetween, studyPlan, type PlanDay } from '@/lib/domain/report/study-plan'
import { Practise } from '../../../practice/practise'
import { ReviewSoon } from './review-soon'

interface Props {
  readonly report: Report
  /** The day of the real interview, YYYY-MM-DD, where the candidate has set one. */
  readonly until?: string
  readonly today: string
}

type Advice = Report['studyNext'][number]

async function Day({
  plan: { day, study, recall },
  today,
}: {
  readonly plan: PlanDay
  readonly today: string
}) {
  const t = await getTranslations('report')
  const format = await getFormatter()
  const date = format.dateTime(new Date(Date.parse(`${today}T00:00:00Z`) + day * 86_400_000), {
    ...{ timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' },
  })
  const row = (advice: Advice, label: string) => (
    <li key={`${label} ${advice.questionId}`} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4">
      <span className="text-note text-ink-faint">{label}</span>
      <TextLink href={readingPlace(advice.questionId)}>{advice.prompt}</TextLink>
    </li>
  )
  return (
    <li className="keep-together grid gap-x-8 gap-y-2 border-b border-rule py-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p className="figures text-ui font-semibold">{day === 0 ? t('today') : date}</p>
      <ul className="space-y-2 text-ui">
        {study.map((advice) => row(advice, t('study')))}
        {recall.map((advice) => row(advice, t('recall')))}
      </ul>
    </li>
  )
}

/** What to do until the day: a date to set, a day by day plan, and the gaps to be practised or reviewed at once. */
export async function Plan({ report, until, today }: Props) {
  const { studyNext } = report
  if (studyNext.length === 0) return null
  const t = await getTranslations('report')
  const questionIds = studyNext.map(({ questionId }) => questionId)
  const days = until === undefined ? 0 : daysBetween(today, until)
  return (
    <section aria-labelledby="plan" className={clsx('space-y-6', days < 1 && 'no-print')}>
      <h2 id="plan" className="font-serif text-title font-semibold">
        {t('plan')}
      </h2>
      <div className="no-print flex flex-wrap items-start gap-x-4 gap-y-3">
        <Practise questionIds={questionIds} label={t('practiseThese', { count: questionIds.length })} />
        <ReviewSoon
          questionIds={questionIds}
          words={{ act: t('toCards'), done: t('areCards'), failed: t('cardsFailed') }}
        />
      </div>
      <form action={`#plan`} className="no-print space-y-2">
        <label htmlFor="until" className="block text-ui font-semibold">
          {t('until')}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            id="until"
            type="date"
            name="until"
            min={today}
            defaultValue={until}
            className="touch figures rounded-sm border border-edge bg-sheet px-3 text-ui"
          />
          <button type="submit" className={buttonStyle('secondary')}>
            {t('makePlan')}
          </button>
        </div>
      </form>
      {until !== undefined && days < 1 && <p className="text-ui text-ink-soft">{t('planPast')}</p>}
      {days >= 1 && (
        <ol className="border-t border-edge">
          {studyPlan(studyNext, days).map((plan) => (
            <Day key={plan.day} plan={plan} today={today} />
          ))}
        </ol>
      )}
    </section>
  )
}
