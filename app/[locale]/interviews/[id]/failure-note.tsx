import { useTranslations } from 'next-intl'
import { ErrorNote } from '@/app/ui/error-note'
import { TextButton } from '@/app/ui/text-button'
import type { TurnState } from './turn-stream'

interface Props {
  readonly failure: NonNullable<TurnState['failure']>
  readonly onRetry: () => void
}

const again = ['unreachable', 'broken']

/** What happened to a turn that did not go through, and to the candidate's words. */
export function FailureNote({ failure, onRetry }: Props) {
  const t = useTranslations('interview')
  const { kind, saved, turn } = failure
  const worth = again.includes(kind)
  const what = saved && worth ? 'cut' : kind
  return (
    <ErrorNote
      title={t(`failures.${what}.title`)}
      action={worth && <TextButton onClick={onRetry}>{t(saved ? 'rejoin' : 'retry')}</TextButton>}
    >
      {turn.kind === 'answer' || saved ? t(`failures.${what}.text`) : t('failures.request')}
    </ErrorNote>
  )
}
