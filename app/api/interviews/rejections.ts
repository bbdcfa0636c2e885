import { problem, type ProblemKind } from '@/app/api/problem'
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
