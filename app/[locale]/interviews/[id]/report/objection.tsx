import { useTranslations } from 'next-intl'
import type { ReportKeyPoint, ReportMisconception } from '@/lib/domain/report/report'
import { PostButton } from './post-button'

interface Props {
  readonly interviewId: string | undefined
  /** What the candidate may disagree with. */
  readonly verdict: Pick<ReportKeyPoint | ReportMisconception, 'id' | 'turnId' | 'objection'>
  readonly kind: 'keyPointId' | 'misconceptionId'
}

/** Beside a verdict: a way to disagree with it, or what came of having done so. */
export function Objection({ interviewId, verdict, kind }: Props) {
  const t = useTranslations('report.objections')
  const verdicts = useTranslations('verdicts')
  const { id, turnId, objection } = verdict
  if (objection) {
    const { outcome, first, second } = objection
    const looked = first && second ? t('both', { first: verdicts(first), second: verdicts(second) }) : ''
    return (
      <p className="text-note text-ink-faint">
        {t(outcome)} {looked}
      </p>
    )
  }
  if (turnId === undefined || interviewId === undefined) return null
  return (
    <PostButton
      url={`/api/interviews/${interviewId}/turns/${turnId}/objections`}
      body={{ [kind]: id }}
      words={{ act: t('act'), acting: t('acting'), failed: t('failed') }}
    />
  )
}
