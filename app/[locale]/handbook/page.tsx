import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { routing } from '@/app/i18n/routing'
import { Container } from '@/app/ui/container'
import { Link } from '@/app/i18n/navigation'
import { questionsOf } from '@/lib/domain/handbook/question'
import { shelf } from '@/lib/shelf'
import { breadcrumbs, describe } from './describe'
import { StructuredData } from './structured-data'

interface Props {
  readonly params: Promise<{ locale: string }>
}

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'handbook' })
  return describe(locale, '/handbook', { title: t('title'), description: t('description') })
}

export default async function Page({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const t = await getTranslations('handbook')
  const { handbook } = await shelf()
  const parts = handbook.parts
    .map((part) => ({
      ...part,
      topics: part.topics
        .map((topic) => ({ ...topic, count: questionsOf(handbook, topic.id).length }))
        .filter(({ count }) => count > 0),
    }))
    .filter(({ topics }) => topics.length > 0)
  const written = parts.reduce((sum, { topics }) => sum + topics.length, 0)
  return (
    <Container width="wide" className="space-y-14">
      <StructuredData graph={[breadcrumbs(locale, [{ name: t('title'), path: '/handbook' }])]} />
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">
          {t('lead', { questions: handbook.questions.size, topics: written })}
        </p>
      </header>
      {parts.map(({ id, title, topics }) => (
        <section key={id} id={id} aria-labelledby={`part-${id}`} className="scroll-mt-8">
          <h2 id={`part-${id}`} className="border-b border-edge pb-2 text-ui font-semibold">
            {title[locale]}
          </h2>
          <ul className="grid gap-x-12 sm:grid-cols-2">
            {topics.map((topic) => (
              <li key={topic.id} className="relative border-b border-rule py-4 hover:bg-sheet">
                <div className="flex items-baseline justify-between gap-4">
                  <Link
                    href={`/handbook/${topic.id}`}
                    className="font-serif text-lead after:absolute after:inset-0 underline-offset-4 hover:underline"
                  >
                    {topic.title[locale]}
                  </Link>
                  <span className="figures shrink-0 text-note text-ink-faint">
                    {t('questionCount', { count: topic.count })}
                  </span>
                </div>
                <p className="mt-1 text-ui text-ink-soft">{topic.description[locale]}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Container>
  )
}
