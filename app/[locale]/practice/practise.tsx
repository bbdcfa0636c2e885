import { getLocale, getTranslations } from 'next-intl/server'
import type { ButtonVariant } from '@/app/ui/button-style'
import type { Language } from '@/lib/domain/handbook/language'
import { InterviewButton } from '../start/interview-button'

interface Props {
  readonly questionIds: readonly string[]
  readonly variant?: ButtonVariant
  /** Said on the button. */
  readonly label: string
  /** Of the drill; the page's own when left out. */
  readonly language?: Language
}

/** A button that drills these questions, feedback after each answer. */
export async function Practise({ questionIds, variant, label, language }: Props) {
  const t = await getTranslations('practice')
  return (
    <InterviewButton
      settings={{
        language: language ?? (await getLocale()),
        mode: 'practice',
        picks: questionIds.map((questionId) => ({ questionId })),
      }}
      variant={variant}
      words={{ start: label, starting: t('starting'), failed: t('notStarted') }}
    />
  )
}
