import { packOfTopic } from '@/lib/domain/handbook/pack/pack-topic'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Container } from '@/app/ui/container'
import { EmptyState } from '@/app/ui/empty-state'
import { RunningHead } from '@/app/ui/running-head'
import { TextLink } from '@/app/ui/text-link'
import { questionsOf } from '@/lib/domain/handbook/question'
import { drill, drillFilter, matches } from '@/lib/domain/practice/drill'
import { masteries } from '@/lib/domain/practice/mastery'
import { loadPractice } from '../load-practice'
import { MasteryBar } from '../mastery-bar'
import { Practise } from '../practise'
import { QuestionRows } from '../question-rows'
import { Filters } from './filters'

interface Props {
  readonly params: Promise<{ topic: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handbook } = await loadPractice()
  const topic = handbook.topics.get((await params).topic)
  const t = await getTranslations('practice')
  const locale = await getLocale()
  return topic
    ? { title: t('topicTitle', { topic: topic.title[locale] }), description: topic.description[locale] }
    : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { handbook, attempts } = await loadPractice()
  const topic = handbook.topics.get((await params).topic)
  if (!topic) notFound()
  const t = await getTranslations('practice')
  const locale = await getLocale()
  const filter = drillFilter.parse(await searchParams)
  const all = masteries(questionsOf(handbook, topic.id), attempts)
  const shown = all.filter((mastery) => matches(filter, mastery))
  const next = drill(all, filter)
  const count = (level: string): number => all.filter((mastery) => mastery.level === level).length
  return (
    <Container width="wide" className="space-y-10">
      <header className="space-y-5">
        <RunningHead
          end={
            packOfTopic(topic.id) === undefined && (
              <TextLink href={`/handbook/${topic.id}`}>{t('readHandbook')}</TextLink>
            )
          }
        >
          <TextLink href="/practice">{t('title')}</TextLink>
        </RunningHead>
        <h1 className="font-serif text-display font-medium tracking-tight">{topic.title[locale]}</h1>
        <p className="measure font-serif text-ink-soft">{topic.description[locale]}</p>
        <div className="max-w-md">
          <MasteryBar known={count('known')} seen={all.length - count('unseen')} questions={all.length} />
        </div>
      </header>
      <Filters topic={topic.id} filter={filter} />
      {next.length > 0 ? (
        <div className="space-y-6">
          <div className="space-y-1.5">
            <Practise
              questionIds={next.map(({ question }) => question.id)}
              label={t('practise', { count: next.length })}
              variant="primary"
            />
            <p className="text-note text-ink-faint">{t('drillOrder')}</p>
          </div>
          <QuestionRows all={shown} />
        </div>
      ) : (
        <EmptyState title={t('nothingLeft')}>{t('nothingLeftHint')}</EmptyState>
      )}
    </Container>
  )
}
