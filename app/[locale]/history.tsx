import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { listInterviews, type InterviewSummary } from '@/lib/conduct/list-interviews'
import type { Handbook } from '@/lib/domain/handbook/question'
import { wire } from '@/lib/wire'
import { EmptyState } from '@/app/ui/empty-state'
import { LinkButton } from '@/app/ui/link-button'
import { Score } from '@/app/ui/score'
import { TextLink } from '@/app/ui/text-link'
import { topicNames } from './topic-names'

interface RowProps {
  readonly interview: InterviewSummary
  readonly handbook: Handbook
}

/** The topics and the small print of an interview, in the visitor's language. */
async function describe({ interview, handbook }: RowProps) {
  const t = await getTranslations('home')
  const common = await getTranslations('common')
  const format = await getFormatter()
  const { shown, more } = topicNames(handbook, interview.topics, await getLocale())
  const names = format.list(shown, { type: 'conjunction', style: more > 0 ? 'narrow' : 'long' })
  return {
    topics: more > 0 ? common('topicsMore', { names, count: more }) : names,
    date: format.dateTime(new Date(interview.closedAt ?? interview.startedAt), { dateStyle: 'medium' }),
    mode: t(interview.mode),
  }
}

async function Unfinished(props: RowProps) {
  const t = await getTranslations('home')
  const { topics, date, mode } = await describe(props)
  const { id, asked, planned } = props.interview
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-rule py-4">
      <div className="min-w-0">
        <p className="font-serif text-lead">{topics}</p>
        <p className="figures text-note text-ink-faint">
          {t('questionsOf', { asked, planned })} · {mode} · {t('begun', { date })}
        </p>
      </div>
      <LinkButton href={`/interviews/${id}`} aria-label={t('resume', { topics })}>
        {t('continue')}
      </LinkButton>
    </li>
  )
}

async function Finished(props: RowProps) {
  const t = await getTranslations('home')
  const { topics, date, mode } = await describe(props)
  const { id, score, band, asked } = props.interview
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-8 border-b border-rule py-4 hover:bg-sheet sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <div className="order-2 sm:order-1">
        <Score value={score} band={band} />
      </div>
      <TextLink
        href={`/interviews/${id}/report`}
        aria-label={t('readReport', { topics, date })}
        className="order-1 font-serif text-lead no-underline after:absolute after:inset-0 hover:underline sm:order-2"
      >
        {topics}
      </TextLink>
      <p className="figures order-3 col-span-2 text-note text-ink-faint sm:col-span-1">
        {t('answersAsked', { count: asked })} · {mode} · {date}
      </p>
    </li>
  )
}

/** The visitor's unfinished interviews, and the reports of those that ended. */
export async function History({ owner }: { readonly owner: Promise<string | undefined> }) {
  const t = await getTranslations('home')
  const ports = await wire()
  const [handbook, interviews] = await Promise.all([
    owner.then((id) => ports.handbook(id)),
    owner.then((id) => (id ? listInterviews(ports, id) : [])),
  ])
  const open = interviews.filter(({ status }) => status === 'active')
  const closed = interviews.filter(({ status }) => status === 'closed')
  return (
    <div className="space-y-14">
      {open.length > 0 && (
        <section aria-labelledby="unfinished">
          <h2 id="unfinished" className="border-b border-edge pb-2 text-ui font-semibold">
            {t('continueTitle')}
          </h2>
          <ul>
            {open.map((interview) => (
              <Unfinished key={interview.id} interview={interview} handbook={handbook} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="reports">
        <h2
          id="reports"
          className={closed.length > 0 ? 'border-b border-edge pb-2 text-ui font-semibold' : 'sr-only'}
        >
          {t('recentTitle')}
        </h2>
        {closed.length === 0 && <EmptyState title={t('recentEmptyTitle')}>{t('recentEmpty')}</EmptyState>}
        <ul>
          {closed.map((interview) => (
            <Finished key={interview.id} interview={interview} handbook={handbook} />
          ))}
        </ul>
      </section>
    </div>
  )
}
