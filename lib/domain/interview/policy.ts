import type { Handbook } from '../handbook/question'
import type { AskedQuestion, CloseReason, Move } from './events'
import { outcomeOf, type Outcome } from './outcome'
import { minutesLeft, planNext, plannedQuestions } from './plan'
import { askedQuestions, exchangesOf, movesOf, type Exchange, type InterviewState } from './state'

/** A move before it is numbered. */
export type Draft = Move extends infer M ? (M extends Move ? Omit<M, 'moveId'> : never) : never

export interface PolicyContext {
  readonly handbook: Handbook
  readonly now: Date
  /** Probes for one question. */
  readonly maxFollowUps?: number
}

const close = (reason: CloseReason): Draft => ({ kind: 'closing', reason })

/** The next question, or the close when the budget is spent or nothing is left to ask. */
export function advance(state: InterviewState, context: PolicyContext): Draft {
  if (minutesLeft(state, context.now) === 0) return close('time')
  const { questions, minutes, picks } = state.settings
  const counted = questions !== undefined || minutes === undefined || picks !== undefined
  if (counted && askedQuestions(state).length >= plannedQuestions(state)) return close('questions')
  const question = planNext(state, context.handbook)
  return question ? { kind: 'question', question } : close('exhausted')
}

const usedKeyPoints = (exchange: Exchange): Set<string | undefined> =>
  new Set(
    exchange.moves.map(({ move }) =>
      move.kind === 'probe' || move.kind === 'hint' ? move.keyPointId : undefined,
    ),
  )

const openRank = { contradicted: 0, missing: 1, partial: 2, covered: 3 } as const

/** Key points that are not covered and were not asked for yet, the heaviest first. */
export function gaps(
  question: AskedQuestion,
  outcome: Outcome,
  used: ReadonlySet<string | undefined>,
): string[] {
  return question.keyPoints
    .map(({ id, weight }) => {
      const verdict = outcome.points.find((p) => p.keyPointId === id)?.verdict ?? 'missing'
      return { id, weight, verdict }
    })
    .filter(({ id, verdict }) => verdict !== 'covered' && !used.has(id))
    .sort((a, b) => b.weight - a.weight || openRank[a.verdict] - openRank[b.verdict])
    .map(({ id }) => id)
}

/** Whether a key point can be asked for by name: one that was read out of a reference answer has no probe. */
const isProbeable = (question: AskedQuestion, keyPointId: string): boolean =>
  question.keyPoints.some(({ id, probe }) => id === keyPointId && probe.zh !== '')

/** The key point that a hint should point at, if one is left. */
export function hintTarget(exchange: Exchange): string | undefined {
  const { question } = exchange
  return gaps(question, outcomeOf(exchange), usedKeyPoints(exchange)).find((id) => isProbeable(question, id))
}

/** A must or a should is still open: worth a probe before anything deeper. */
const isCovered = (question: AskedQuestion, outcome: Outcome): boolean =>
  outcome.points.every(
    (p) =>
      p.verdict === 'covered' || (question.keyPoints.find(({ id }) => id === p.keyPointId)?.weight ?? 0) < 2,
  )

/** A follow-up on the question under discussion, if one is called for. */
function followUp(exchange: Exchange, maxFollowUps: number): Draft | undefined {
  const { question, moves } = exchange
  const asked = (kind: Move['kind']): number => moves.filter(({ move }) => move.kind === kind).length
  const outcome = outcomeOf(exchange)

  const wrong = outcome.misconceptions.find((m) => !m.resolved)
  if (wrong && asked('challenge') === 0) return { kind: 'challenge', misconceptionId: wrong.misconceptionId }
  if (isCovered(question, outcome))
    return asked('dive') === 0 && question.deepDives.length > 0 ? { kind: 'dive', dive: 0 } : undefined
  const [gap] = gaps(question, outcome, usedKeyPoints(exchange))
  if (gap === undefined) return undefined
  // Without an authored probe the question is what else there is to say, and that is asked once.
  const most = isProbeable(question, gap) ? maxFollowUps : Math.min(1, maxFollowUps)
  return asked('probe') < most ? { kind: 'probe', keyPointId: gap } : undefined
}

/**
 * What the interviewer does after an answer: close when the time is spent; say once that an answer was none;
 * challenge a misconception once; probe the heaviest gap; dive once when the rubric is covered; else go on.
 */
export function nextMove(state: InterviewState, context: PolicyContext): Draft {
  const exchange = exchangesOf(state).at(-1)
  const turn = exchange?.turns.findLast(({ kind }) => kind === 'answer')
  if (!exchange || !turn || minutesLeft(state, context.now) === 0) return advance(state, context)
  if (!turn.grade) return advance(state, context)
  if (turn.grade.gate) {
    const remarked = exchange.moves.some(({ move }) => move.kind === 'remark')
    return remarked ? advance(state, context) : { kind: 'remark', about: turn.grade.gate }
  }
  const repliedTo = movesOf(state).find(({ move }) => move.moveId === turn.repliesTo)?.move.kind
  if (repliedTo === 'dive') return advance(state, context)
  const picked = state.settings.picks?.find(({ questionId }) => questionId === exchange.question.id)
  const most = picked?.followUps ?? context.maxFollowUps ?? 2
  return followUp(exchange, most) ?? advance(state, context)
}
