import type { Handbook } from '@/lib/domain/handbook/question'
import { problem, type ProblemKind } from '@/app/api/problem'
import type { StartOutcome } from '@/lib/conduct/start-interview'
import type { TurnOutcome } from '@/lib/conduct/take-turn'

/** One answer for an interview that is not there and for one that is another visitor's: neither is told apart. */
export const noInterview = (): Response =>
  problem('not-found', 'There is no such interview, or it belongs to another visitor.')

type Rejection = Extract<TurnOutcome, { ok: false }>['rejection']

const problems: Partial<Record<Rejection, readonly [ProblemKind, string]>> = {
  closed: [
    'interview-closed',
    'This interview has ended, so it takes no further turns. Its report is ready.',
  ],
  'moved-on': [
    'moved-on',
    'Another question is open by now, perhaps from another tab. Reload and answer that one.',
  ],
  busy: ['turn-in-progress', 'The turn before is still being worked on. Send this one again in a moment.'],
}

/** Why a turn was not taken, as a problem document. */
export function refusal(rejection: Rejection): Response {
  if (rejection === 'not-found') return noInterview()
  const [kind, detail] = problems[rejection] ?? ['internal', `The turn was refused: ${rejection}.`]
  return problem(kind, detail)
}

const quoted = (ids: readonly string[]): string => ids.map((id) => `"${id}"`).join(', ')

/** Why an interview could not be started, as a problem document that names the field. */
export function notStarted(
  { reason, ids }: Extract<StartOutcome, { ok: false }>,
  { topics, loops }: Handbook,
): Response {
  const known = (names: ReadonlyMap<string, unknown>): string => [...names.keys()].join(', ')
  const causes = {
    'nothing-chosen': ['topics', 'Choose at least one topic.'],
    'unknown-topic': ['topics', `The handbook has no topic ${quoted(ids)}. It has: ${known(topics)}.`],
    'empty-topic': ['topics', `The handbook has no questions on ${quoted(ids)} yet. Choose another topic.`],
    'unknown-question': [
      'picks',
      `The handbook has no question ${quoted(ids)}. Look for ids with GET /api/handbook/search.`,
    ],
    'unknown-loop': ['loop', `There is no round ${quoted(ids)}. There is: ${known(loops) || 'none'}.`],
  } as const
  const [field, message] = causes[reason]
  const kind = reason === 'nothing-chosen' ? 'invalid-request' : reason
  return problem(kind, message, [{ field, message }])
}
