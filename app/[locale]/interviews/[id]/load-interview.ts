import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { openInterview } from '@/lib/conduct/open-interview'
import { exchangesOf, type InterviewState } from '@/lib/domain/interview/state'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { Language } from '@/lib/domain/handbook/language'
import { wire } from '@/lib/wire'

/** When the time budget is spent; `undefined` without one. */
const endOf = ({ startedAt, settings: { minutes } }: InterviewState): string | undefined =>
  minutes === undefined ? undefined : new Date(Date.parse(startedAt) + minutes * 60_000).toISOString()

/** The visitor's interview, opened once for the page and its title; `undefined` when it is not theirs. */
export const loadInterview = cache(async (id: string) => {
  const ports = await wire()
  const owner = await visitor()
  const state = await openInterview(ports, { id, owner })
  return (
    state && {
      view: viewInterview(id, state, ports.now()),
      /** The questions with their rubrics, in the order asked, for feedback. */
      asked: exchangesOf(state).map(({ question }) => question),
      endsAt: endOf(state),
      handbook: await ports.handbook(owner),
      /** Turns may take long enough to be stopped. */
      hasModel: ports.voice !== undefined,
    }
  )
})

/** Titles of topics in the visitor's language, by id. */
export const topicTitles = (
  { topics }: Pick<Handbook, 'topics'>,
  language: Language,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...topics.values()].map(({ id, title }) => [id, title[language]]))
