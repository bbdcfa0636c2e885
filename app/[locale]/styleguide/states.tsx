import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/domain/handbook/language'
import { EmptyState } from '@/app/ui/empty-state'
import { ErrorNote } from '@/app/ui/error-note'
import { LinkButton } from '@/app/ui/link-button'
import { Markdown } from '@/app/ui/markdown'
import { Progress } from '@/app/ui/progress'
import { StatusLine } from '@/app/ui/status-line'
import { markdownSample } from './markdown-sample'
import { Section } from './section'

/** Empty, waiting, broken; and a text with everything that Markdown may hold. */
export function States({ locale }: { readonly locale: Language }) {
  const t = useTranslations('styleguide')
  const home = useTranslations('home')
  const start = useTranslations('start')
  const common = useTranslations('common')
  const progress = home('questionsOf', { asked: 3, planned: 8 })
  return (
    <>
      <Section title={t('states')}>
        <EmptyState
          title={home('recentEmptyTitle')}
          action={<LinkButton href="/start">{home('start')}</LinkButton>}
        >
          {home('recentEmpty')}
        </EmptyState>
        <ErrorNote title={start('errorTitle')}>{start('errorServer')}</ErrorNote>
        <StatusLine>{common('loading')}</StatusLine>
        <StatusLine steps={3} done={1}>
          {start('submitting')}
        </StatusLine>
        <div className="max-w-sm space-y-6">
          <Progress label={start('questions')} value={3} max={8} text={progress} />
          <Progress
            label={start('minutes')}
            value={31}
            max={45}
            text={start('summaryMinutes', { count: 31 })}
          />
        </div>
      </Section>
      <Section title={t('markdown')}>
        <Markdown text={markdownSample[locale]} className="measure" />
      </Section>
    </>
  )
}
