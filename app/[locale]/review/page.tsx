import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { EmptyState } from '@/app/ui/empty-state'
import { LinkButton } from '@/app/ui/link-button'
import { mostQuestions } from '@/lib/domain/interview/settings'
import { ratingBands } from '@/lib/domain/review/rating'
import { loadPractice } from '../practice/load-practice'
import { Practise } from '../practice/practise'
import { CardList } from './card-list'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title'), description: t('lead') }
}

async function Export() {
  const t = await getTranslations('review')
  const locale = await getLocale()
  const style = 'rounded-sm underline decoration-edge underline-offset-4 hover:decoration-ink'
  return (
    <p className="flex flex-wrap gap-x-5 text-ui">
      <span className="text-ink-faint">{t('export')}</span>
      <a href={`/api/cards?format=anki&language=${locale}`} download className={style}>
        {t('anki')}
      </a>
      <a href={`/api/cards?format=csv&language=${locale}`} download className={style}>
        {t('csv')}
      </a>
    </p>
  )
}

export default async function Page() {
  const t = await getTranslations('review')
  const { cards, due, handbook, now } = await loadPractice()
  const suspended = cards.filter((card) => card.suspended)
  const later = cards.filter((card) => !card.suspended && !due.includes(card))
  const sitting = due.slice(0, mostQuestions).map(({ question }) => question.id)
  return (
    <Container width="wide" className="space-y-12">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">{t('lead')}</p>
      </header>
      {cards.length === 0 ? (
        <EmptyState title={t('empty')} action={<LinkButton href="/practice">{t('toPractice')}</LinkButton>}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <Words of={['review']}>
          <div className="space-y-4">
            <p className="font-serif text-title">{t('due', { count: due.length })}</p>
            {due.length > 0 && (
              <Practise
                questionIds={sitting}
                label={t('start', { count: sitting.length })}
                variant="primary"
              />
            )}
            <p className="measure text-note text-ink-faint">{t('bands', ratingBands)}</p>
            <Export />
          </div>
          <CardList title={t('dueTitle')} cards={due} handbook={handbook} now={now} />
          <CardList title={t('laterTitle')} cards={later} handbook={handbook} now={now} />
          <CardList title={t('suspendedTitle')} cards={suspended} handbook={handbook} now={now} />
        </Words>
      )}
    </Container>
  )
}
