import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { TextButton } from '@/app/ui/text-button'
import type { Phase, SentTurn } from './turn-stream'

const phases: readonly Phase[] = ['sending', 'saved', 'grading', 'thinking']

interface Props {
  readonly phase: Phase
  readonly kind: SentTurn['kind']
  /** Ends the wait for a model, where one is waited for. */
  readonly onStop?: (() => void) | undefined
}

/** What happens to the turn now, and how far it is. Screen readers hear the reply, not the waiting. */
export function Working({ phase, kind, onStop }: Props) {
  const t = useTranslations('interview')
  const done = phases.indexOf(phase)
  const shown = kind === 'answer' || phase === 'sending' ? phase : 'thinking'
  return (
    <p className="flex min-h-6 items-center gap-3 font-sans text-ui text-ink-soft">
      <span aria-hidden className="flex gap-1">
        {phases.map((step, index) => (
          <span
            key={step}
            className={clsx(
              'h-0.5 w-5 transition-colors duration-200',
              index < done ? 'bg-ink' : index === done ? 'bg-edge' : 'bg-rule',
            )}
          />
        ))}
      </span>
      {t(`phases.${shown}`)}
      {onStop && (phase === 'grading' || phase === 'thinking') && (
        <TextButton onClick={onStop}>{t('stop')}</TextButton>
      )}
    </p>
  )
}
