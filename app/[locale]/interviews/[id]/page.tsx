import './interview.css'
import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { SectionView } from './section-view'
import { loadInterview, topicTitles } from './load-interview'
import { Room } from './room'
import { sectionsOf } from './sections'
import { topicNames } from '../../topic-names'

interface Props {
  readonly params: Promise<{ id: string }>
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadInterview>>>

async function titleOf({ view, handbook }: Loaded): Promise<string> {
  const [t, common, format] = [
    await getTranslations('interview'),
    await getTranslations('common'),
    await getFormatter(),
  ]
  const { shown, more } = topicNames(handbook, view.topics, await getLocale())
  const names = format.list(shown, { style: more > 0 ? 'narrow' : 'long' })
  const topics = more > 0 ? common('topicsMore', { names, count: more }) : names
  return t(view.mode, { topics })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadInterview((await params).id)
  return loaded ? { title: await titleOf(loaded), robots: { index: false } } : {}
}

export default async function Page({ params }: Props) {
  const loaded = await loadInterview((await params).id)
  if (!loaded) notFound()
  const { view, asked, handbook, endsAt } = loaded
  const titles = topicTitles(handbook, await getLocale())
  const { id, language, status, current, progress, pendingTurn, mode } = view
  const drawn = sectionsOf(view.messages).map((section, index, all) => (
    <SectionView
      key={section.question.id}
      section={section}
      view={view}
      title={titles[section.question.topic ?? ''] ?? ''}
      rubric={asked[index]}
      over={status === 'closed' || index < all.length - 1}
    />
  ))
  return (
    <Container width="text" className="interview">
      <h1 className="sr-only">{await titleOf(loaded)}</h1>
      <Words of={['interview', 'kinds', 'common', 'verdicts', 'model']}>
        <Room
          interview={{ id, language, status, current, progress, pendingTurn, mode }}
          stoppable={loaded.hasModel}
          seen={view.messages.map((message) => message.id)}
          askedAt={view.messages.findLast(({ kind }) => kind === 'question')?.at}
          endsAt={endsAt}
          titles={titles}
          past={drawn.slice(0, -1).map((section) => (
            <div key={section.key} className="space-y-8 pb-14">
              {section}
            </div>
          ))}
        >
          {drawn.at(-1)}
        </Room>
      </Words>
    </Container>
  )
}
