import '../interview.css'
import type { Metadata } from 'next'
import { getFormatter, getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { LinkButton } from '@/app/ui/link-button'
import { dayOf } from '@/lib/domain/practice/progress'
import { compare } from '@/lib/domain/report/compare'
import type { Report } from '@/lib/domain/report/report'
import { Comparison } from './comparison'
import { Exports } from './exports'
import { Letter } from './letter'
import { loadReport } from './load-report'
import { Plan } from './plan'
import { ModelTotal } from './provenance'
import { QuestionPage } from './question-page'
import { Sharing } from './sharing'
import { StudyNext } from './study-next'
import { Timeline } from './timeline'
import { Topics } from './topics'
import { WordOpening } from './word-opening'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<{ until?: string | string[] }>
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

async function topicsOf({ topics }: Report): Promise<string> {
  const locale = await getLocale()
  return (await getFormatter()).list(topics.map(({ title }) => title[locale]))
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const loaded = await loadReport((await params).id)
  if (!loaded) return {}
  const t = await getTranslations('report')
  return { title: t('title', { topics: await topicsOf(loaded.report) }), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const loaded = await loadReport(id)
  if (!loaded) notFound()
  const { report, hasModel, toBeWorded, attempts, shares, now } = loaded
  const { until } = await searchParams
  const t = await getTranslations('report')
  const locale = await getLocale()
  const titles = new Map(report.topics.map(({ id, title }) => [id, title[locale]]))
  return (
    <Container width="wide" className="report space-y-16 sm:space-y-20">
      {toBeWorded && <WordOpening interviewId={id} />}
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Letter report={report} topics={await topicsOf(report)} />
        <div className="space-y-10">
          <Topics topics={report.topics} />
          <Exports id={id} active={report.status === 'active'} />
          <Words of={['shares']}>
            <Sharing interviewId={id} shares={shares} />
          </Words>
        </div>
      </div>
      <StudyNext report={report} />
      <Plan report={report} today={dayOf(now, await getTimeZone())} {...(isDay(until) && { until })} />
      <Timeline report={report} />
      <Comparison report={report} changes={compare(report, attempts)} />
      <section aria-labelledby="answers" className="space-y-14">
        <div className="space-y-2">
          <h2 id="answers" className="font-serif text-title font-semibold">
            {t('answers')}
          </h2>
          <p className="measure text-ui text-ink-soft">{t('answersLead')}</p>
        </div>
        {report.questions.map((question, index) => (
          <QuestionPage
            key={question.questionId}
            report={report}
            question={question}
            number={index + 1}
            hasModel={hasModel}
            attempts={attempts}
            topic={titles.get(question.topic) ?? question.topic}
          />
        ))}
      </section>
      {report.use && (
        <p className="text-note text-ink-faint">
          <ModelTotal use={report.use} />
        </p>
      )}
      <div className="no-print border-t border-edge pt-8">
        <LinkButton href="/start">{t('again')}</LinkButton>
      </div>
    </Container>
  )
}
