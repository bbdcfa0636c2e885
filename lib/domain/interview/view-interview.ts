import { minutesLeft, plannedQuestions } from './plan'
import {
  askedQuestions,
  awaitsGrade,
  currentMove,
  nextStep,
  turnsOf,
  type Entry,
  type InterviewState,
  type MoveEntry,
} from './state'
import type { InterviewView, Message, TurnParts } from './view'

function message(entry: Entry, state: InterviewState): Message | undefined {
  if (entry.type === 'turn') {
    const feedback = state.settings.mode === 'practice' ? entry.grade : undefined
    const { turnId: id, kind, text, at } = entry
    const failure = entry.grade?.failure
    return {
      ...{ id, role: 'candidate', kind, text, at },
      ...(failure && { failure }),
      ...(feedback && { feedback }),
    }
  }
  if (entry.spoken === undefined) return undefined
  const { failure } = entry
  return { ...headOf(entry), role: 'interviewer', text: entry.spoken, ...(failure && { failure }) }
}

/** All of an interviewer's message but its words. */
export function headOf({ move, at, question }: MoveEntry): TurnParts['message'] {
  const running = move.kind === 'question' ? { number: question, topic: move.question.topic } : {}
  return { id: move.moveId, kind: move.kind, at, ...running }
}

/** What changes with a turn besides the messages. */
export function statusOf(state: InterviewState, now: Date): TurnParts['interview'] {
  const replying = current(state)
  return {
    status: state.closed ? 'closed' : 'active',
    progress: progressOf(state, now),
    ...(replying && { current: replying }),
  }
}

/** The turn whose consequences are not all spoken yet. */
function pendingTurn(state: InterviewState): InterviewView['pendingTurn'] {
  if (!nextStep(state)) return undefined
  const turn = turnsOf(state).find(awaitsGrade) ?? turnsOf(state).at(-1)
  return turn && { turnId: turn.turnId, kind: turn.kind, text: turn.text }
}

/** The question under discussion and what kind of reply it waits for. */
function current(state: InterviewState): InterviewView['current'] {
  const move = currentMove(state)
  const question = askedQuestions(state).at(-1)
  return move && question && { questionId: question.id, kind: move.kind, moveId: move.moveId }
}

export function progressOf(state: InterviewState, now: Date): InterviewView['progress'] {
  const left = minutesLeft(state, now)
  const asked = askedQuestions(state).length
  return {
    asked,
    planned: Math.max(asked, plannedQuestions(state)),
    ...(left !== undefined && { minutesLeft: left }),
  }
}

/** What the candidate may see of an interview: finished messages only, and grades only in practice mode. */
export function viewInterview(id: string, state: InterviewState, now: Date): InterviewView {
  const pending = pendingTurn(state)
  return {
    id,
    ...statusOf(state, now),
    mode: state.settings.mode,
    language: state.settings.language,
    topics: state.settings.topics,
    startedAt: state.startedAt,
    ...(state.closed && { closedAt: state.closed.at }),
    messages: state.entries.flatMap((entry) => message(entry, state) ?? []),
    ...(pending && { pendingTurn: pending }),
  }
}
