import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/app/ui/text-link'
import type { ReviewCard } from '@/lib/domain/review/card'
import { mostQuestions } from '@/lib/domain/interview/settings'
import { Practise } from './practise'

interface Props {
  readonly due: readonly ReviewCard[]
  readonly cards: number
}

/** How many cards are due, with the button that reviews them; nothing while there are no cards. */
export async function DueNote({ due, cards }: Props) {
  if (cards === 0) return null
  const t = await getTranslations('review')
  const sitting = due.slice(0, mostQuestions).map(({ question }) => question.id)
  return (
    <section
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-x-8 gap-y-3 border-y border-edge py-5"
    >
      <p className="me-auto font-serif text-lead">{t('due', { count: due.length })}</p>
      <TextLink href="/review" className="text-ui text-ink-soft">
        {t('allCards', { count: cards })}
      </TextLink>
      {due.length > 0 && <Practise questionIds={sitting} label={t('start', { count: sitting.length })} />}
    </section>
  )
}
