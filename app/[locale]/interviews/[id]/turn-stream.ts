import type { Message, TurnParts } from '@/lib/domain/interview/view'
import type { TurnChunk } from './turn-chunk'

/** What the candidate sends; the same `turnId` again is the same turn. */
export interface SentTurn {
  readonly turnId: string
  readonly kind: Message['kind'] & ('answer' | 'hint-request' | 'clarification-request' | 'skip' | 'end')
  readonly text: string
  readonly inReplyTo?: string
}

/** A message that came while the page was open. */
export interface LiveMessage extends Omit<Message, 'feedback'> {
  /** Its words are whole. */
  readonly done: boolean
}

/**
 * `unreachable`: nothing came back; `broken`: the server failed, or the stream was cut; `moved-on`, `closed`: the
 * interview is further than this page; `too-long`; `gone`: there is no such interview for this visitor.
 */
export type FailureKind = 'unreachable' | 'broken' | 'moved-on' | 'closed' | 'too-long' | 'gone'

export type Phase = 'sending' | TurnParts['phase']['phase']

export interface TurnState {
  readonly live: readonly LiveMessage[]
  /** The turn that is under way. */
  readonly working?: { readonly turn: SentTurn; readonly phase: Phase }
  readonly failure?: { readonly turn: SentTurn; readonly kind: FailureKind; readonly saved: boolean }
  /** The interview's small print after the last turn. */
  readonly print?: TurnParts['interview']
  /** Practice mode: the score of the latest answer. */
  readonly score?: number
}

export type TurnAction =
  | { readonly type: 'send'; readonly turn: SentTurn; readonly at: string }
  | { readonly type: 'chunk'; readonly chunk: TurnChunk; readonly at: string }
  | { readonly type: 'done' }
  | { readonly type: 'fail'; readonly kind: FailureKind }
  | { readonly type: 'dismiss' }

export const idle: TurnState = { live: [] }

const isSaved = (phase: Phase): boolean => phase !== 'sending'

/** Puts a message in, once. A message that is there already keeps its place, and its words when they are whole. */
function put(live: readonly LiveMessage[], message: LiveMessage): readonly LiveMessage[] {
  return live.some(({ id }) => id === message.id) ? live : [...live, message]
}

const edit = (
  live: readonly LiveMessage[],
  id: string,
  change: (message: LiveMessage) => LiveMessage,
): readonly LiveMessage[] =>
  live.map((message) => (message.id === id && !message.done ? change(message) : message))

function onPhase(state: TurnState, phase: TurnParts['phase']['phase'], at: string): TurnState {
  if (!state.working) return state
  const { turnId: id, kind, text } = state.working.turn
  const own: LiveMessage = { id, role: 'candidate', kind, text, at, done: true }
  return { ...state, working: { ...state.working, phase }, live: put(state.live, own) }
}

function onChunk(state: TurnState, chunk: TurnChunk, at: string): TurnState {
  const { live } = state
  switch (chunk.type) {
    case 'phase':
      return onPhase(state, chunk.phase, at)
    case 'message':
      return { ...state, live: put(live, { ...chunk.message, role: 'interviewer', text: '', done: false }) }
    case 'text-start':
      // The stream of a turn that is joined again repeats its messages from their beginning.
      return { ...state, live: edit(live, chunk.id, (message) => ({ ...message, text: '' })) }
    case 'text-delta':
      return {
        ...state,
        live: edit(live, chunk.id, (message) => ({ ...message, text: message.text + chunk.delta })),
      }
    case 'text-end':
      return { ...state, live: edit(live, chunk.id, (message) => ({ ...message, done: true })) }
    case 'feedback':
      return { ...state, score: chunk.score }
    case 'interview':
      return { ...state, print: chunk.interview }
    case 'error':
    case 'finish':
      return state
  }
}

/** Draws turns: what the page shows is a fold of what was sent and what came back. Chunks may repeat or be cut off. */
export function turnStream(state: TurnState, action: TurnAction): TurnState {
  switch (action.type) {
    case 'send':
      return { live: state.live, print: state.print, working: { turn: action.turn, phase: 'sending' } }
    case 'chunk':
      return onChunk(state, action.chunk, action.at)
    case 'done':
      return { ...state, working: undefined }
    case 'fail': {
      if (!state.working) return state
      const { turn, phase } = state.working
      return { ...state, working: undefined, failure: { turn, kind: action.kind, saved: isSaved(phase) } }
    }
    case 'dismiss':
      return { ...state, failure: undefined }
  }
}

/** The messages that the server has not drawn yet, in groups: what goes on with its last question, then each new one. */
export function unseen(
  live: readonly LiveMessage[],
  seen: readonly string[],
): { readonly tail: readonly LiveMessage[]; readonly next: readonly (readonly LiveMessage[])[] } {
  const fresh = live.filter(({ id }) => !seen.includes(id))
  const starts = fresh.flatMap(({ kind }, index) => (kind === 'question' ? [index] : []))
  return {
    tail: fresh.slice(0, starts[0] ?? fresh.length),
    next: starts.map((start, index) => fresh.slice(start, starts[index + 1] ?? fresh.length)),
  }
}
