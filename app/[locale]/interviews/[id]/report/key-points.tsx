import { useTranslations } from 'next-intl'
import { Badge } from '@/app/ui/badge'
import { Markdown } from '@/app/ui/markdown'
import { Verdict } from '@/app/ui/verdict'
import type { ReportQuestion } from '@/lib/domain/report/report'
import { Objection } from './objection'

interface Props {
  readonly question: ReportQuestion
  /** Absent in a copy that was handed out, where nothing can be disputed. */
  readonly interviewId: string | undefined
  readonly lang: string
}

const weights = { 3: 'must', 2: 'should', 1: 'nice' } as const

/** Each key point with its verdict; of a question that was not graded, only what a good answer makes. */
export function KeyPoints({ question, interviewId, lang }: Props) {
  const t = useTranslations('report')
  const judged = question.score !== undefined
  return (
    <section className="space-y-0">
      <h4 className="border-b border-edge pb-2 text-ui font-semibold">
        {judged ? t('keyPoints') : t('keyPointsExpected')}
      </h4>
      <ol>
        {question.keyPoints.map((point, index) => (
          <li
            key={point.id}
            className="keep-together grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-b border-rule py-3 sm:grid-cols-[1.25rem_minmax(0,1fr)_9rem]"
          >
            <span aria-hidden className="figures text-note leading-6 text-ink-faint">
              {index + 1}
            </span>
            <div className="space-y-1">
              <Markdown text={point.claim} lang={lang} headings={5} className="text-ui" />
              {judged && (point.verdict !== 'covered' || point.objection) && (
                <Objection interviewId={interviewId} verdict={point} kind="keyPointId" />
              )}
            </div>
            <div className="col-start-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 sm:col-start-3 sm:flex-col sm:items-end">
              {judged && <Verdict verdict={point.verdict} />}
              <span className="text-note text-ink-faint">
                {t(weights[point.weight as 1 | 2 | 3] ?? 'should')}
              </span>
              {point.recovered && point.verdict !== 'missing' && <Badge>{t('recovered')}</Badge>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
