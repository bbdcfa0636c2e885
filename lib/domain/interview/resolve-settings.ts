import { questionsOf, type Handbook } from '../handbook/question'
import type { Settings, StartSettings } from './settings'

export type Resolved =
  | { readonly ok: true; readonly settings: Settings }
  | {
      readonly ok: false
      readonly reason:
        'nothing-chosen' | 'unknown-topic' | 'empty-topic' | 'unknown-question' | 'unknown-loop'
      /** The ids that are at fault. */
      readonly ids: readonly string[]
    }

const refuse = (reason: Extract<Resolved, { ok: false }>['reason'], ...ids: readonly string[]): Resolved => ({
  ok: false,
  reason,
  ids,
})

/** The topics of picked questions, in the order in which they come up. */
function pickedTopics({ picks = [] }: StartSettings, handbook: Handbook): string[] {
  const topics = picks.flatMap(({ questionId }) => handbook.questions.get(questionId)?.topic ?? [])
  return [...new Set(topics)]
}

/**
 * What an interview is to be like, from what the candidate asked for: a round stands for its questions, picked
 * questions for their topics, and every id must be the handbook's.
 */
export function resolveSettings(request: StartSettings, handbook: Handbook): Resolved {
  const loop = request.loop === undefined ? undefined : handbook.loops.get(request.loop)
  if (request.loop !== undefined && !loop) return refuse('unknown-loop', request.loop)
  const wanted = loop
    ? { ...request, minutes: request.minutes ?? loop.minutes, picks: loop.picks.map((pick) => ({ ...pick })) }
    : request
  const strangers = (wanted.picks ?? []).filter(({ questionId }) => !handbook.questions.has(questionId))
  if (strangers.length > 0) return refuse('unknown-question', ...strangers.map((pick) => pick.questionId))

  const topics = wanted.picks ? pickedTopics(wanted, handbook) : (request.topics ?? [])
  if (topics.length === 0) return refuse('nothing-chosen')
  const unknown = topics.filter((topic) => !handbook.topics.has(topic))
  if (unknown.length > 0) return refuse('unknown-topic', ...unknown)
  const empty = topics.filter((topic) => questionsOf(handbook, topic).length === 0)
  if (empty.length > 0) return refuse('empty-topic', ...empty)
  return { ok: true, settings: { ...wanted, topics } }
}
