import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { Disclosure } from '@/app/ui/disclosure'
import { EmptyState } from '@/app/ui/empty-state'
import { visitor } from '@/app/visitor'
import { wire } from '@/lib/wire'
import { offeredParts } from './offered-parts'
import { Rounds } from './rounds'
import { StartForm } from './start-form'

// The handbook is that of the running server, not of the build.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('start')
  return { title: t('title'), description: t('description') }
}

interface Props {
  readonly searchParams: Promise<{ readonly topics?: string | string[] }>
}

/** Topics that the address asks for, as a link from elsewhere does: `?topics=attention,optimizers`. */
const topicsIn = (asked: string | string[] | undefined): readonly string[] =>
  [asked ?? []].flat().flatMap((topics) => topics.split(','))

export default async function Page({ searchParams }: Props) {
  const t = await getTranslations('start')
  const home = await getTranslations('home')
  const format = await getFormatter()
  const language = await getLocale()
  const handbook = await (await wire()).handbook(await visitor())
  const { offered, unwritten } = offeredParts(handbook, language)
  const asked = topicsIn((await searchParams).topics)
  return (
    <Container width="wide" className="space-y-12">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">{t('lead')}</p>
        {handbook.loops.size > 0 && (
          <p className="text-ui">
            <a
              href="#rounds"
              className="rounded-sm underline decoration-edge underline-offset-4 hover:decoration-ink"
            >
              {t('toRounds', { count: handbook.loops.size })}
            </a>
          </p>
        )}
      </header>
      {offered.length === 0 ? (
        <EmptyState title={t('noTopics')}>{home('emptyHandbook')}</EmptyState>
      ) : (
        <Words of={['start', 'manners']}>
          <StartForm parts={offered} language={language} asked={asked}>
            {unwritten.length > 0 && (
              <Disclosure summary={t('beingWrittenSummary', { count: unwritten.length })}>
                <p className="measure text-ui text-ink-faint">
                  {format.list(unwritten, { style: 'narrow' })}
                </p>
              </Disclosure>
            )}
          </StartForm>
        </Words>
      )}
      <Rounds loops={[...handbook.loops.values()]} />
    </Container>
  )
}
