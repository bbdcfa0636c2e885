import { useTranslations } from 'next-intl'
import { Table } from '@/app/ui/table'
import type { Report } from '@/lib/domain/report/report'
import { clockTime } from './clock-time'

/** The interview question by question: when each began, how long its answers took, and what its follow-ups brought. */
export function Timeline({ report }: { readonly report: Report }) {
  const t = useTranslations('report')
  const { questions, startedAt, language } = report
  if (questions.length === 0) return null
  const rows = questions.map(({ questionId, prompt, course, score }, index) => {
    const answered = course.filter(({ seconds }) => seconds !== undefined)
    const followUps = course.filter(({ kind }) => kind === 'probe' || kind === 'challenge')
    const began = course[0] && Math.max(0, (Date.parse(course[0].at) - Date.parse(startedAt)) / 1000)
    return {
      key: questionId,
      cells: [
        <a
          key="prompt"
          href={`#question-${index + 1}`}
          lang={language}
          className="rounded-sm underline decoration-edge underline-offset-4 hover:decoration-ink"
        >
          {index + 1}. {prompt}
        </a>,
        began === undefined ? '–' : clockTime(began),
        answered.length === 0 ? '–' : clockTime(answered.reduce((sum, { seconds = 0 }) => sum + seconds, 0)),
        followUps.length === 0
          ? '–'
          : t('fruitful', {
              count: followUps.length,
              fruitful: followUps.filter(({ gained }) => gained > 0).length,
            }),
        score ?? '–',
      ],
    }
  })
  return (
    <section aria-labelledby="timeline" className="space-y-4">
      <h2 id="timeline" className="font-serif text-title font-semibold">
        {t('timeline')}
      </h2>
      <Table
        caption={t('timeline')}
        head={[t('question'), t('began'), t('took'), t('followUps'), t('points')]}
        rows={rows}
      />
    </section>
  )
}
