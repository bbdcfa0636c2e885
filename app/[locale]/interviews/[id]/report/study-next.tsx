import { useTranslations } from 'next-intl'
import { Badge } from '@/app/ui/badge'
import { Markdown } from '@/app/ui/markdown'
import type { Report } from '@/lib/domain/report/report'

/** Points named for one question; the rest stand at the question itself. */
const mostPoints = 4

/** What to study, the most valuable first, each with the points that were open. */
export function StudyNext({ report }: { readonly report: Report }) {
  const t = useTranslations('report')
  const { questions, language, studyNext } = report
  const numberOf = (questionId: string) => questions.findIndex((q) => q.questionId === questionId) + 1
  if (studyNext.length === 0) return null
  return (
    <section aria-labelledby="study" className="space-y-6">
      <h2 id="study" className="font-serif text-title font-semibold">
        {t('studyNext')}
      </h2>
      <ol className="border-t border-edge">
        {studyNext.map(({ questionId, prompt, reason, points }, index) => (
          <li
            key={questionId}
            className="keep-together grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-6 sm:grid-cols-[2.5rem_minmax(0,1fr)]"
          >
            <span aria-hidden className="figures font-serif text-lead text-ink-faint">
              {index + 1}
            </span>
            <div className="grid gap-x-12 gap-y-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
              <div className="space-y-2">
                <a
                  href={`#question-${numberOf(questionId)}`}
                  lang={language}
                  className="rounded-sm font-serif text-lead underline decoration-edge decoration-1 underline-offset-4 hover:decoration-ink"
                >
                  {prompt}
                </a>
                <p>
                  <Badge>{t(`reasons.${reason}`)}</Badge>
                </p>
              </div>
              <ul className="measure space-y-2 text-ui text-ink-soft">
                {points.slice(0, mostPoints).map((point) => (
                  <li key={point} className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2">
                    <span aria-hidden>–</span>
                    <Markdown text={point} lang={language} />
                  </li>
                ))}
                {points.length > mostPoints && (
                  <li className="ps-5 text-ink-faint">
                    {t('morePoints', { count: points.length - mostPoints })}
                  </li>
                )}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
