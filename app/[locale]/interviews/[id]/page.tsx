import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { visitor } from '@/app/visitor'
import { openInterview } from '@/lib/conduct/open-interview'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import { wire } from '@/lib/wire'
import { Exchange } from './exchange'
import { InterviewRoom } from './interview-room'

interface Props {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('interview')
  return { title: t('title'), description: t('description'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { id } = await params
  const ports = await wire()
  const state = await openInterview(ports, { id, owner: await visitor() })
  if (!state) notFound()
  const view = viewInterview(id, state, ports.now())
  const { topics } = await ports.handbook()
  const locale = await getLocale()
  const topicTitles = Object.fromEntries(
    view.topics.map((topic) => [topic, topics.get(topic)?.title[locale] ?? topic]),
  )
  const t = await getTranslations('interview')
  return (
    <Container width="text" className="space-y-8">
      <h1 className="sr-only">{t('title')}</h1>
      <Words of={['interview', 'kinds', 'verdicts', 'bands', 'common']}>
        <InterviewRoom view={view} topicTitles={topicTitles}>
          <Exchange view={view} topicTitles={topicTitles} />
        </InterviewRoom>
      </Words>
    </Container>
  )
}
