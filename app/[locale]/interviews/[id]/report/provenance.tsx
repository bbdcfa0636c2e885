import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '@/app/ui/disclosure'
import type { Report, ReportAnswer } from '@/lib/domain/report/report'
import { PostButton } from './post-button'

interface Props {
  readonly report: Pick<Report, 'interviewId'>
  readonly answer: ReportAnswer
  readonly hasModel: boolean
}

/** What something took of a model: calls, tokens, and money where the price is known. */
function Usage({ use }: { readonly use: NonNullable<Report['use']> }) {
  const t = useTranslations('model')
  const format = useFormatter()
  const { calls, inputTokens, outputTokens, cost } = use
  const money =
    cost === undefined
      ? t('costUnknown')
      : format.number(cost, { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 })
  return <>{t('usage', { calls, input: inputTokens, output: outputTokens, cost: money })}</>
}

/** What the whole interview took of a model so far. */
export function ModelTotal({ use }: { readonly use: NonNullable<Report['use']> }) {
  const t = useTranslations('model')
  return (
    <>
      {t('total')} <Usage use={use} />
    </>
  )
}

/** How the answer came by its grade, for whoever wants to know; and a way to a model's grade where there is none yet. */
export function ProvenanceNote({ report, answer, hasModel }: Props) {
  const t = useTranslations('model')
  const { provenance, turnId, gate } = answer
  if (!provenance) return null
  const { grader, use, failure, passages, earlier } = provenance
  return (
    <div className="space-y-1 text-note text-ink-faint">
      {failure && <p>{t('graded', { reason: t(`failures.${failure}`) })}</p>}
      {hasModel && !use && !gate && (
        <PostButton
          url={`/api/interviews/${report.interviewId}/turns/${turnId}/grade`}
          words={{ act: t('gradeAgain'), acting: t('grading'), failed: t('gradeFailed') }}
        />
      )}
      {use && (
        <Disclosure summary={t('how', { grader })}>
          <ul className="space-y-1">
            <li>{t('version', { version: use.promptVersion })}</li>
            <li>
              <Usage use={use} />
            </li>
            {passages.length > 0 && <li>{t('passages', { list: passages.join(', ') })}</li>}
            {earlier.length > 0 && <li>{t('earlier', { list: earlier.join(', ') })}</li>}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
