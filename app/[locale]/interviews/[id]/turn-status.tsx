import { useTranslations } from 'next-intl'
import { ErrorNote } from '@/app/ui/error-note'
import { StatusLine } from '@/app/ui/status-line'
import { TextButton } from '@/app/ui/text-button'
import type { Refusal } from './post-turn'
import type { LiveTurn } from './turn-stream'

const phases = ['saved', 'grading', 'thinking'] as const

interface Props {
  readonly busy: boolean
  readonly phase: LiveTurn['phase']
  readonly refusal: Refusal | undefined
  readonly onRetry: () => void
}

/** What is happening to the last turn, or what became of it and what to do. */
export function TurnStatus({ busy, phase, refusal, onRetry }: Props) {
  const t = useTranslations('interview')
  const again = refusal === 'unreachable' || refusal === 'broken'
  return (
    <>
      <StatusLine done={phase ? phases.indexOf(phase) : 0} steps={busy ? phases.length : 0}>
        {busy && t(`phases.${phase ?? 'sending'}`)}
      </StatusLine>
      {refusal && (
        <ErrorNote
          title={t(`refusals.${refusal}.title`)}
          action={again && <TextButton onClick={onRetry}>{t('retry')}</TextButton>}
        >
          {t(`refusals.${refusal}.text`)}
        </ErrorNote>
      )}
    </>
  )
}
