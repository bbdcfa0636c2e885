import type { Grade } from '../grading/grade'
import type { ModelFailure, ModelUse } from '../grading/model-use'
import type { InterviewEvent, RequestKind } from './events'
import { evolve, foldOnto } from './evolve'
import { advance, hintTarget, nextMove, type Draft, type PolicyContext } from './policy'
import type { Objection } from './objection'
import type { Opening } from './opening'
import type { Settings } from './settings'
import {
  awaitsGrade,
  currentMove,
  exchangesOf,
  findTurn,
  movesOf,
  nextStep,
  type InterviewState,
} from './state'

/** What the candidate does in one turn; the id makes sending it twice the same as once. */
export interface Turn {
  readonly turnId: string
  readonly kind: 'answer' | RequestKind
  readonly text: string
  /** The move that the candidate saw when replying; a turn that replies to an older one is refused. */
  readonly inReplyTo?: string
}

export type Command =
  | {
      readonly type: 'start'
      readonly settings: Settings
      readonly seed: number
      readonly recent: readonly string[]
    }
  | { readonly type: 'take'; readonly turn: Turn }
  | { readonly type: 'recordGrade'; readonly turnId: string; readonly grade: Grade }
  | { readonly type: 'regrade'; readonly turnId: string; readonly grade: Grade }
  | { readonly type: 'recordFailure'; readonly turnId: string; readonly reason: string }
  | {
      readonly type: 'recordUtterance'
      readonly moveId: string
      readonly text: string
      readonly use?: ModelUse
      readonly failure?: ModelFailure
    }
  | { readonly type: 'object'; readonly turnId: string; readonly objection: Objection }
  | { readonly type: 'recordOpening'; readonly opening: Opening }

/**
 * `not-started`, `started`: the command does not fit; `closed`: the interview has ended; `busy`: the turn before
 * is not finished, or the interview; `moved-on`: the turn replies to a question that is no longer open; `no-questions`: the chosen
 * topics have none; `unknown-turn`, `unknown-move`: there is no such thing to record for.
 */
export type Rejection =
  | 'not-started'
  | 'started'
  | 'closed'
  | 'busy'
  | 'moved-on'
  | 'no-questions'
  | 'unknown-turn'
  | 'unknown-move'

export type Decision =
  | { readonly ok: true; readonly events: readonly InterviewEvent[] }
  | { readonly ok: false; readonly rejection: Rejection }

const accept = (...events: readonly InterviewEvent[]): Decision => ({ ok: true, events })
const reject = (rejection: Rejection): Decision => ({ ok: false, rejection })

/** Numbers a move by its place in the interview: `m1`, `m2`, … */
function asked(state: InterviewState, draft: Draft, at: string): InterviewEvent {
  return { type: 'Asked', at, move: { ...draft, moveId: `m${movesOf(state).length + 1}` } }
}

/**
 * Turns a command into the events that follow from it. Repeating a command that has taken effect yields no events.
 * @param state `undefined` before the interview has started
 */
export function decide(
  state: InterviewState | undefined,
  command: Command,
  context: PolicyContext,
): Decision {
  if (command.type === 'start') return state ? reject('started') : start(command, context)
  if (!state) return reject('not-started')
  switch (command.type) {
    case 'take':
      return take(state, command.turn, context)
    case 'recordGrade':
    case 'regrade':
    case 'recordFailure':
      return record(state, command, context)
    case 'recordUtterance': {
      const entry = movesOf(state).find(({ move }) => move.moveId === command.moveId)
      if (!entry) return reject('unknown-move')
      if (entry.spoken !== undefined) return accept()
      return accept({
        type: 'Spoken',
        at: context.now.toISOString(),
        ...{ moveId: command.moveId, text: command.text },
        ...(command.use && { use: command.use }),
        ...(command.failure && { failure: command.failure }),
      })
    }
    case 'object': {
      const { turnId, objection } = command
      if (!findTurn(state, turnId)?.grade) return reject('unknown-turn')
      return accept({ type: 'Objected', at: context.now.toISOString(), turnId, objection })
    }
    case 'recordOpening': {
      const { opening } = command
      if (!state.closed) return reject('busy')
      if (state.openings?.some(({ basis }) => basis === opening.basis)) return accept()
      return accept({ type: 'OpeningWorded', at: context.now.toISOString(), opening })
    }
  }
}

function start(command: Extract<Command, { type: 'start' }>, context: PolicyContext): Decision {
  const at = context.now.toISOString()
  const { settings, seed, recent } = command
  const started: InterviewEvent = { type: 'Started', at, settings, seed, recent: [...recent] }
  const state = evolve(undefined, started)
  const first = advance(state, context)
  return first.kind === 'question' ? accept(started, asked(state, first, at)) : reject('no-questions')
}

function take(state: InterviewState, turn: Turn, context: PolicyContext): Decision {
  if (findTurn(state, turn.turnId)) return accept()
  if (state.closed) return reject('closed')
  const current = currentMove(state)
  if (turn.kind !== 'end') {
    if (nextStep(state) || !current) return reject('busy')
    if (turn.inReplyTo !== undefined && turn.inReplyTo !== current.moveId) return reject('moved-on')
  }
  const at = context.now.toISOString()
  const { turnId, kind, text } = turn
  if (kind === 'answer') return accept({ type: 'AnswerSubmitted', at, turnId, text })
  const requested: InterviewEvent = { type: 'Requested', at, turnId, kind, text }
  const after = evolve(state, requested)
  return accept(requested, asked(after, reply(after, kind, text, context), at))
}

function reply(state: InterviewState, kind: RequestKind, text: string, context: PolicyContext): Draft {
  switch (kind) {
    case 'hint-request': {
      const exchange = exchangesOf(state).at(-1)
      return { kind: 'hint', keyPointId: exchange && hintTarget(exchange) }
    }
    case 'clarification-request':
      return { kind: 'clarification', text }
    case 'skip':
      return advance(state, context)
    case 'end':
      return { kind: 'closing', reason: 'ended' }
  }
}

/** A first grade, or the failure to get one, moves the interview on; a regrade only replaces what was there. */
function record(
  state: InterviewState,
  command: Extract<Command, { type: 'recordGrade' | 'regrade' | 'recordFailure' }>,
  context: PolicyContext,
): Decision {
  const turn = findTurn(state, command.turnId)
  if (turn?.kind !== 'answer') return reject('unknown-turn')
  const at = context.now.toISOString()
  const event: InterviewEvent =
    command.type === 'recordFailure'
      ? { type: 'GradingFailed', at, turnId: turn.turnId, reason: command.reason }
      : { type: 'AnswerGraded', at, turnId: turn.turnId, grade: command.grade }
  if (!awaitsGrade(turn)) return command.type === 'regrade' ? accept(event) : accept()
  if (state.closed) return accept(event)
  const after = foldOnto(state, [event])
  return accept(event, asked(after, nextMove(after, context), at))
}
