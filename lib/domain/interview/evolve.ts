import type { InterviewEvent } from './events'
import { askedQuestions, currentMove, type Entry, type InterviewState, type TurnEntry } from './state'

const add = (state: InterviewState, entry: Entry): InterviewState => ({
  ...state,
  entries: [...state.entries, entry],
})

const change = (state: InterviewState, edit: (entry: Entry) => Entry): InterviewState => ({
  ...state,
  entries: state.entries.map(edit),
})

const changeTurn = (
  state: InterviewState,
  turnId: string,
  edit: (turn: TurnEntry) => Partial<TurnEntry>,
): InterviewState =>
  change(state, (entry) =>
    entry.type === 'turn' && entry.turnId === turnId ? { ...entry, ...edit(entry) } : entry,
  )

/**
 * What an interview is after one more event.
 * @throws when the first event is not `Started`, or `Started` comes again: such a log is damaged
 */
export function evolve(state: InterviewState | undefined, event: InterviewEvent): InterviewState {
  if (event.type === 'Started') {
    if (state) throw new Error('An interview cannot start twice: its event log is damaged')
    const { settings, seed, recent, at } = event
    return { settings, seed, recent, startedAt: at, entries: [] }
  }
  if (!state)
    throw new Error(`An interview must begin with Started, not ${event.type}: its event log is damaged`)
  const question = askedQuestions(state).length
  switch (event.type) {
    case 'Asked': {
      const { move, at } = event
      const entry = {
        type: 'move',
        move,
        at,
        question: move.kind === 'question' ? question + 1 : question,
      } as const
      const next = add(state, entry)
      return move.kind === 'closing' ? { ...next, closed: { at, reason: move.reason } } : next
    }
    case 'Spoken':
      return change(state, (entry) =>
        entry.type === 'move' && entry.move.moveId === event.moveId
          ? {
              ...{ ...entry, spoken: event.text },
              ...(event.use && { use: event.use }),
              ...(event.failure && { failure: event.failure }),
            }
          : entry,
      )
    case 'AnswerSubmitted':
    case 'Requested': {
      const kind = event.type === 'Requested' ? event.kind : 'answer'
      const { turnId, text, at } = event
      const repliesTo = currentMove(state)?.moveId ?? ''
      return add(state, { type: 'turn', turnId, kind, text, at, question, repliesTo })
    }
    case 'AnswerGraded':
      return changeTurn(state, event.turnId, ({ grade, earlier = [] }) => ({
        ...{ grade: event.grade, failure: undefined },
        ...(grade && { earlier: [...earlier, grade] }),
      }))
    case 'Objected':
      return changeTurn(state, event.turnId, ({ objections = [] }) => ({
        grade: event.objection.grade,
        objections: [...objections, event.objection],
      }))
    case 'GradingFailed':
      return changeTurn(state, event.turnId, () => ({ failure: event.reason }))
    case 'OpeningWorded':
      return { ...state, openings: [...(state.openings ?? []), event.opening] }
  }
}

/** Folds a whole log; `undefined` for an empty one. */
export const fold = (events: readonly InterviewEvent[]): InterviewState | undefined =>
  events.reduce<InterviewState | undefined>(evolve, undefined)

/** Folds more events onto a state. */
export const foldOnto = (state: InterviewState, events: readonly InterviewEvent[]): InterviewState =>
  events.reduce<InterviewState>(evolve, state)
