import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { routing } from '@/app/i18n/routing'
import { Container } from '@/app/ui/container'
import { EmptyState } from '@/app/ui/empty-state'
import { LinkButton } from '@/app/ui/link-button'
import { RunningHead } from '@/app/ui/running-head'
import { TextLink } from '@/app/ui/text-link'
import { otherLanguage } from '@/lib/domain/handbook/language'
import { questionsOf } from '@/lib/domain/handbook/question'
import { shelf } from '@/lib/shelf'
import { breadcrumbs, describe } from '../describe'
import { StructuredData } from '../structured-data'
import { QuestionList } from './question-list'

interface Props {
  readonly params: Promise<{ locale: string; topic: string }>
}

// What is not in the handbook falls through to the page for what is nowhere.
export const dynamicParams = false

export async function generateStaticParams() {
  const { handbook } = await shelf()
  return routing.locales.flatMap((locale) => [...handbook.topics.keys()].map((topic) => ({ locale, topic })))
}

async function read(params: Props['params']) {
  const { locale, topic: id } = await params
  if (hasLocale(routing.locales, locale)) setRequestLocale(locale)
  const { handbook } = await shelf()
  const topic = handbook.topics.get(id)
  return hasLocale(routing.locales, locale) && topic
    ? { locale, topic, questions: questionsOf(handbook, id) }
    : undefined
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await read(params)
  if (!found) return {}
  const { locale, topic, questions } = found
  const t = await getTranslations({ locale, namespace: 'handbook' })
  const title = topic.title[locale]
  const description = t('topicDescription', {
    ...{ topic: title, count: questions.length, description: topic.description[locale] },
  })
  return describe(locale, `/handbook/${topic.id}`, { title, description })
}

export default async function Page({ params }: Props) {
  const found = await read(params)
  if (!found) notFound()
  const { locale, topic, questions } = found
  const t = await getTranslations('handbook')
  const title = topic.title[locale]
  const path = `/handbook/${topic.id}`
  const crumbs = [
    { name: t('title'), path: '/handbook' },
    { name: title, path },
  ]
  const other = otherLanguage(locale)
  return (
    <Container width="wide" className="space-y-10">
      <StructuredData graph={[breadcrumbs(locale, crumbs)]} />
      <header className="space-y-5">
        <RunningHead
          end={
            <TextLink href={path} locale={other}>
              {t('inOther')}
            </TextLink>
          }
        >
          <TextLink href="/handbook">{t('title')}</TextLink>
        </RunningHead>
        <h1 className="font-serif text-display font-medium tracking-tight">{title}</h1>
        <p className="measure font-serif text-ink-soft">{topic.description[locale]}</p>
        {questions.length > 0 && <LinkButton href={`/practice/${topic.id}`}>{t('practiseTopic')}</LinkButton>}
      </header>
      {questions.length > 0 ? (
        <QuestionList questions={questions} language={locale} />
      ) : (
        <EmptyState title={t('empty')}>
          <TextLink href="/handbook">{t('title')}</TextLink>
        </EmptyState>
      )}
    </Container>
  )
}
