import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/app/ui/button'
import { TextButton } from '@/app/ui/text-button'
import type { Draft } from './draft'

interface Props {
  readonly draft: Draft
  readonly pending: boolean
  /** Left out while the settings are the usual ones. */
  readonly onReset?: () => void
  /** What went wrong with starting. */
  readonly children?: ReactNode
}

/** What will be asked, and the button that starts it: beside the form on wide screens, at the foot of narrow ones. */
export function Summary({ draft, pending, onReset, children }: Props) {
  const t = useTranslations('start')
  const manners = useTranslations('manners')
  const lines = [
    t('summaryTopics', { count: draft.topics.length }),
    draft.lengthBy === 'questions'
      ? t('summaryQuestions', { count: draft.questions })
      : t('summaryMinutes', { count: draft.minutes }),
    draft.difficulty === 'adaptive'
      ? t('summaryAdaptive')
      : t('summaryDifficulty', { level: draft.difficulty }),
    t(draft.mode),
    manners(draft.manner),
    t(draft.language),
  ]
  return (
    <div className="sticky bottom-0 z-10 -mx-5 border-t border-edge bg-paper px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8 lg:top-8 lg:bottom-auto lg:mx-0 lg:self-start lg:rounded-sm lg:border lg:border-rule lg:bg-sheet lg:p-6">
      <h2 className="mb-4 hidden text-ui font-semibold lg:block">{t('summary')}</h2>
      <ul className="figures mb-3 flex gap-x-4 overflow-hidden text-note whitespace-nowrap text-ink-soft lg:mb-6 lg:block lg:font-serif lg:text-body lg:text-ink">
        {lines.map((line, index) => (
          <li key={index} className={index > 2 ? 'hidden sm:block' : undefined}>
            {line}
          </li>
        ))}
      </ul>
      {children && <div className="mb-4">{children}</div>}
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {pending ? t('submitting') : t('submit')}
      </Button>
      {onReset && (
        <TextButton onClick={onReset} className="mt-1 hidden w-full lg:inline-flex">
          {t('reset')}
        </TextButton>
      )}
    </div>
  )
}
