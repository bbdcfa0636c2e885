import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { routing } from '@/app/i18n/routing'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { plain } from '@/lib/domain/text/plain'
import { shelf } from '@/lib/shelf'
import { breadcrumbs, describe, questionData } from '../../describe'
import { StructuredData } from '../../structured-data'
import { Asked } from './asked'
import { Covered } from './covered'
import { Onward } from './onward'

interface Props {
  readonly params: Promise<{ locale: string; topic: string; question: string }>
}

// What is not in the handbook falls through to the page for what is nowhere.
export const dynamicParams = false

export async function generateStaticParams() {
  const { handbook } = await shelf()
  return routing.locales.flatMap((locale) =>
    [...handbook.questions.keys()].map((id) => {
      const [topic = '', question = ''] = id.split('/')
      return { locale, topic, question }
    }),
  )
}

async function read(params: Props['params']) {
  const { locale, topic: topicId, question: slug } = await params
  if (hasLocale(routing.locales, locale)) setRequestLocale(locale)
  const { handbook, related } = await shelf()
  const question = handbook.questions.get(`${topicId}/${slug}`)
  const topic = handbook.topics.get(topicId)
  return hasLocale(routing.locales, locale) && question && topic
    ? { locale, handbook, question, topic, related: related.get(question.id) ?? [] }
    : undefined
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await read(params)
  if (!found) return {}
  const { locale, question } = found
  return describe(locale, `/handbook/${question.id}`, {
    title: plain(question.prompt[locale]),
    description: plain(question.answer[locale]),
  })
}

export default async function Page({ params }: Props) {
  const found = await read(params)
  if (!found) notFound()
  const { locale, handbook, question, topic, related } = found
  const t = await getTranslations('handbook')
  const crumbs = [
    { name: t('title'), path: '/handbook' },
    { name: topic.title[locale], path: `/handbook/${topic.id}` },
    { name: plain(question.prompt[locale]), path: `/handbook/${question.id}` },
  ]
  return (
    <Container width="text">
      <StructuredData graph={[questionData(question, topic, locale), breadcrumbs(locale, crumbs)]} />
      <article className="space-y-10">
        <Asked question={question} topic={topic} language={locale} />
        <Words of={['verdicts', 'selfTest']}>
          <Covered question={question} language={locale} />
        </Words>
        <Onward handbook={handbook} question={question} related={related} language={locale} />
      </article>
    </Container>
  )
}
