import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { Container } from '@/app/ui/container'
import { EmptyState } from '@/app/ui/empty-state'
import { LinkButton } from '@/app/ui/link-button'
import { dayOf, progressOf } from '@/lib/domain/practice/progress'
import { loadPractice } from '../practice/load-practice'
import { AbilityByTopic } from './ability'
import { Days } from './days'
import { WeakPoints } from './weak-points'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('title'), description: t('lead') }
}

export default async function Page() {
  const t = await getTranslations('progress')
  const { handbook, attempts, now } = await loadPractice()
  const timeZone = await getTimeZone()
  const progress = progressOf(attempts, { now, timeZone })
  return (
    <Container width="wide" className="space-y-16">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">
          {attempts.length === 0
            ? t('lead')
            : t('total', { answers: progress.attempts, minutes: Math.round(progress.seconds / 60) })}
        </p>
      </header>
      {attempts.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={<LinkButton href="/practice">{(await getTranslations('review'))('toPractice')}</LinkButton>}
        >
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <>
          <AbilityByTopic topics={progress.topics} handbook={handbook} />
          <Days days={progress.days} streak={progress.streak} today={dayOf(now, timeZone)} />
          <WeakPoints handbook={handbook} progress={progress} />
        </>
      )}
    </Container>
  )
}
