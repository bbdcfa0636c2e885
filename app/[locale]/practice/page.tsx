import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Container } from '@/app/ui/container'
import { TextLink } from '@/app/ui/text-link'
import { topicMasteries } from '@/lib/domain/practice/mastery'
import { DueNote } from './due-note'
import { loadPractice } from './load-practice'
import { longestQuery, SearchDrill } from './search-drill'
import { TopicList } from './topic-list'

export const dynamic = 'force-dynamic'

interface Props {
  readonly searchParams: Promise<{ q?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice')
  return { title: t('title'), description: t('lead') }
}

export default async function Page({ searchParams }: Props) {
  const t = await getTranslations('practice')
  const { q } = await searchParams
  const text = (typeof q === 'string' ? q : '').trim().slice(0, longestQuery)
  const { handbook, attempts, cards, due } = await loadPractice()
  return (
    <Container width="wide" className="space-y-14">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">{t('lead')}</p>
        <p className="flex flex-wrap gap-x-6 text-ui">
          {attempts.length > 0 && <TextLink href="/progress">{t('seeProgress')}</TextLink>}
          <TextLink href="/packs">{t('ownQuestions')}</TextLink>
          <TextLink href="/ask">{t('askHandbook')}</TextLink>
        </p>
      </header>
      <DueNote due={due} cards={cards.length} />
      <SearchDrill text={text} />
      <TopicList handbook={handbook} mastery={topicMasteries(handbook, attempts)} />
    </Container>
  )
}
