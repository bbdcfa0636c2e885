import { minutesLeft, plannedQuestions } from './plan'
import { askedQuestions, awaitsGrade, currentMove, nextStep, turnsOf, type Entry, type InterviewState } from './state'
import type { InterviewView, Message } from './view'

function message(entry: Entry, state: InterviewState): Message | undefined {
  if (entry.type === 'turn') {
    const feedback = state.settings.mode === 'practice' ? entry.grade : undefined
    const { turnId: id, kind, text, at } = entry
    return { id, role: 'candidate', kind, text, at, ...(feedback && { feedback }) }
  }
  if (entry.spoken === undefined) return undefined
  const { move, at } = entry
  const running = move.kind === 'question' ? { number: entry.question, topic: move.question.topic } : {}
  return { id: move.moveId, role: 'interviewer', kind: move.kind, text: entry.spoken, at, ...running }
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
  return { asked, planned: Math.max(asked, plannedQuestions(state)), ...(left !== undefined && { minutesLeft: left }) }
}

/** What the candidate may see of an interview: finished messages only, and grades only in practice mode. */
export function viewInterview(id: string, state: InterviewState, now: Date): InterviewView {
  const replying = current(state)
  const pending = pendingTurn(state)
  return {
    id,
    status: state.closed ? 'closed' : 'active',
    mode: state.settings.mode,
    language: state.settings.language,
    topics: state.settings.topics,
    startedAt: state.startedAt,
    ...(state.closed && { closedAt: state.closed.at }),
    messages: state.entries.flatMap((entry) => message(entry, state) ?? []),
    ...(replying && { current: replying }),
    progress: progressOf(state, now),
    ...(pending && { pendingTurn: pending }),
  }
}
