import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { visitor } from '@/app/visitor'
import { Container } from '@/app/ui/container'
import { ErrorNote } from '@/app/ui/error-note'
import { LinkButton } from '@/app/ui/link-button'
import { StatusLine } from '@/app/ui/status-line'
import { questionsOf } from '@/lib/domain/handbook/question'
import { wire } from '@/lib/wire'
import { History } from './history'
import { DueNote } from './practice/due-note'
import { loadPractice } from './practice/load-practice'
import { Specimen } from './specimen'

// What is shown depends on the visitor's cookie and on the handbook of the running server.
export const dynamic = 'force-dynamic'

async function StartHere() {
  const t = await getTranslations('home')
  const handbook = await (await wire()).handbook()
  const topics = [...handbook.topics.keys()].filter((topic) => questionsOf(handbook, topic).length > 0)
  if (topics.length === 0) return <ErrorNote title={t('emptyHandbook')} />
  return (
    <div className="space-y-3">
      <LinkButton href="/start" variant="primary" className="px-7 py-3">
        {t('start')}
      </LinkButton>
      <p className="text-note text-ink-faint">
        {t('startNote', { questions: handbook.questions.size, topics: topics.length })}
      </p>
    </div>
  )
}

async function DueToday() {
  const { due, cards } = await loadPractice()
  return <DueNote due={due} cards={cards.length} />
}

export default async function Page() {
  const t = await getTranslations('home')
  const common = await getTranslations('common')
  return (
    <Container width="wide" className="space-y-16">
      <div className="grid items-start gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="space-y-7">
          <h1 className="font-serif text-display font-medium tracking-tight">
            {t.rich('headline', { n: (words) => <span className="inline-block">{words}</span> })}
          </h1>
          <p className="measure font-serif text-ink-soft">{t('lead')}</p>
          <StartHere />
        </div>
        <Specimen />
      </div>
      <Suspense>
        <DueToday />
      </Suspense>
      <Suspense fallback={<StatusLine>{common('loading')}</StatusLine>}>
        <History owner={visitor()} />
      </Suspense>
    </Container>
  )
}
