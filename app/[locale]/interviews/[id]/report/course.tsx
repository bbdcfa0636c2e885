import { useTranslations } from 'next-intl'
import { Disclosure } from '@/app/ui/disclosure'
import { Table } from '@/app/ui/table'
import type { ReportQuestion } from '@/lib/domain/report/report'
import { clockTime } from './clock-time'

/** The course of a question: each thing asked, how long the answer took, and what it gained. */
export function Course({ course }: Pick<ReportQuestion, 'course'>) {
  const t = useTranslations('report')
  const kinds = useTranslations('kinds')
  const answered = course.filter(({ seconds }) => seconds !== undefined)
  if (answered.length === 0) return null
  const total = answered.reduce((sum, { seconds = 0 }) => sum + seconds, 0)
  const followUps = course.filter(({ kind }) => kind === 'probe' || kind === 'challenge')
  const fruitful = followUps.filter(({ gained }) => gained > 0)
  return (
    <Disclosure
      summary={
        <span className="figures">
          {t('courseTime', { time: clockTime(total) })}
          {followUps.length > 0 &&
            ` · ${t('courseFollowUps', { count: followUps.length, fruitful: fruitful.length })}`}
        </span>
      }
    >
      <Table
        caption={t('course')}
        head={[t('course'), t('time'), t('gained')]}
        rows={course.map(({ kind, seconds, gained, at }) => ({
          key: `${kind} ${at}`,
          cells: [
            kinds(kind),
            seconds === undefined ? '–' : clockTime(seconds),
            kind === 'dive' ? '–' : String(gained),
          ],
        }))}
      />
    </Disclosure>
  )
}
