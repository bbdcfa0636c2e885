import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Container } from '@/app/ui/container'
import { openShare } from '@/lib/conduct/share-report'
import { wire } from '@/lib/wire'
import { Letter } from '../../interviews/[id]/report/letter'
import { QuestionPage } from '../../interviews/[id]/report/question-page'
import { Timeline } from '../../interviews/[id]/report/timeline'
import { Topics } from '../../interviews/[id]/report/topics'

// A link that was taken back is gone at once.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

interface Props {
  readonly params: Promise<{ token: string }>
}

const load = cache(async (token: string) => openShare(await wire(), token))

/** A copy of a report as its owner handed it out. */
export default async function Page({ params }: Props) {
  const report = await load((await params).token)
  if (!report) notFound()
  const t = await getTranslations('shares')
  const answers = await getTranslations('report')
  const locale = await getLocale()
  const format = await getFormatter()
  const titles = new Map(report.topics.map(({ id, title }) => [id, title[locale]]))
  return (
    <Container width="wide" className="report space-y-16 sm:space-y-20">
      <div className="space-y-8">
        <p className="border-s-2 border-edge ps-4 text-ui text-ink-soft">
          {t(report.withheld ? 'copyWithout' : 'copy')}
        </p>
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <Letter report={report} topics={format.list([...titles.values()])} />
          <Topics topics={report.topics} />
        </div>
      </div>
      <Timeline report={report} />
      <section aria-labelledby="answers" className="space-y-14">
        <h2 id="answers" className="font-serif text-title font-semibold">
          {answers('answers')}
        </h2>
        {report.questions.map((question, index) => (
          <QuestionPage
            key={question.questionId}
            report={report}
            question={question}
            number={index + 1}
            hasModel={false}
            attempts={[]}
            topic={titles.get(question.topic) ?? question.topic}
          />
        ))}
      </section>
    </Container>
  )
}
