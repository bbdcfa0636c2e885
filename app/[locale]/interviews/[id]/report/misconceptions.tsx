import { useTranslations } from 'next-intl'
import { Badge } from '@/app/ui/badge'
import { Mark } from '@/app/ui/mark'
import { Markdown } from '@/app/ui/markdown'
import type { ReportQuestion } from '@/lib/domain/report/report'
import { Typed } from '../marked/typed'
import { letterOf } from './marks-of'
import { Objection } from './objection'

interface Props {
  readonly question: ReportQuestion
  /** Absent in a copy that was handed out, where nothing can be disputed. */
  readonly interviewId: string | undefined
  readonly lang: string
}

/** Wrong claims that the candidate made, in the candidate's words, each with its correction. */
export function Misconceptions({ question, interviewId, lang }: Props) {
  const t = useTranslations('report')
  if (question.misconceptions.length === 0) return null
  return (
    <section>
      <h4 className="border-b border-edge pb-2 text-ui font-semibold">{t('misconceptions')}</h4>
      <ol>
        {question.misconceptions.map((wrong, index) => (
          <li
            key={wrong.id}
            className="keep-together grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-4"
          >
            <span aria-hidden className="text-note leading-6 text-ink-faint">
              {letterOf(index)}
            </span>
            <div className="space-y-2">
              <p className="text-ui">
                {wrong.quote === '' ? (
                  <Markdown text={wrong.claim} lang={lang} headings={5} className="inline [&>p]:inline" />
                ) : (
                  <>
                    <span className="text-ink-faint">{t('youSaid')} </span>
                    <q lang={lang} className="font-serif">
                      <Mark verdict="contradicted">
                        <Typed text={wrong.quote} inline />
                      </Mark>
                    </q>
                  </>
                )}{' '}
                {wrong.resolved && <Badge>{t('resolved')}</Badge>}
              </p>
              <div className="text-ui">
                <span className="font-semibold">{t('correction')} </span>
                <Markdown text={wrong.correction} lang={lang} headings={5} className="inline [&>p]:inline" />
              </div>
              <Objection interviewId={interviewId} verdict={wrong} kind="misconceptionId" />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
