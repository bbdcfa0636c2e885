import { useTranslations } from 'next-intl'
import { Sheet } from '@/app/ui/sheet'
import type { Report, ReportAnswer } from '@/lib/domain/report/report'
import { MarkedAnswer } from '../marked/marked-answer'
import type { Note } from '../marked/note'
import { PostButton } from './post-button'
import { ProvenanceNote } from './provenance'

interface Props {
  readonly report: Pick<Report, 'interviewId' | 'language'>
  readonly answer: ReportAnswer
  readonly notes: readonly Note[]
  /** A model could grade it. */
  readonly hasModel: boolean
}

function Ungraded({ report, answer }: Pick<Props, 'report' | 'answer'>) {
  const t = useTranslations('report')
  return (
    <div className="border-s-2 border-edge ps-4 text-ui">
      <p className="font-semibold">{t('ungraded')}</p>
      <p className="text-ink-soft">{t('ungradedNote')}</p>
      {report.interviewId !== undefined && (
        <PostButton
          url={`/api/interviews/${report.interviewId}/turns/${answer.turnId}/grade`}
          words={{ act: t('grade'), acting: t('grading'), failed: t('gradeFailed') }}
        />
      )}
    </div>
  )
}

/** One answer with the examiner's marks on it, under the follow-up that it replied to. */
export function Answer({ report, answer, notes, hasModel }: Props) {
  const t = useTranslations('report')
  const kinds = useTranslations('kinds')
  const { text, kind, asked, graded, gate, insights } = answer
  return (
    <div className="space-y-4">
      {kind !== 'question' && (
        <div className="space-y-1 break-inside-avoid break-after-avoid">
          <p className="text-note text-ink-faint">{kinds(kind)}</p>
          <p lang={report.language} className="measure font-serif text-lead">
            {asked}
          </p>
        </div>
      )}
      <Sheet className="break-inside-auto">
        {text.trim() === '' ? (
          <p className="font-serif text-ink-faint">{t('emptyAnswer')}</p>
        ) : (
          <MarkedAnswer text={text} lang={report.language} notes={notes} />
        )}
      </Sheet>
      {gate && <p className="text-ui text-ink-soft">{t(`gates.${gate}`)}</p>}
      {insights.length > 0 && (
        <p className="text-ui text-ink-soft">
          {t('insights')}{' '}
          {insights.map((quote) => (
            <q key={quote} lang={report.language} className="me-2 font-serif">
              {quote}
            </q>
          ))}
        </p>
      )}
      {graded ? (
        <ProvenanceNote report={report} answer={answer} hasModel={hasModel} />
      ) : (
        <Ungraded report={report} answer={answer} />
      )}
    </div>
  )
}
