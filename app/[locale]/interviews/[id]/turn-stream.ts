import type { Message, TurnParts } from '@/lib/domain/interview/view'

/** An interviewer's message while its words come in. */
export interface LiveMessage extends Message {
  readonly complete: boolean
}

/** What a turn's stream has shown so far. */
export interface LiveTurn {
  readonly phase?: TurnParts['phase']['phase']
  readonly messages: readonly LiveMessage[]
  readonly feedback?: TurnParts['feedback']
  readonly interview?: TurnParts['interview']
  readonly failed: boolean
  readonly finished: boolean
}

export const emptyTurn: LiveTurn = { messages: [], failed: false, finished: false }

/** A chunk of an AI SDK UI message stream, as far as this page reads it. */
export interface Chunk {
  readonly type: string
  readonly id?: string
  readonly delta?: string
  readonly data?: unknown
}

const change = (
  turn: LiveTurn,
  id: string | undefined,
  edit: (message: LiveMessage) => LiveMessage,
): LiveTurn => ({
  ...turn,
  messages: turn.messages.map((message) => (message.id === id ? edit(message) : message)),
})

/** What a turn looks like after one more chunk. Chunks that are not known, or come twice, change nothing. */
export function readChunk(turn: LiveTurn, chunk: Chunk): LiveTurn {
  switch (chunk.type) {
    case 'data-phase':
      return { ...turn, phase: (chunk.data as TurnParts['phase']).phase }
    case 'data-feedback':
      return { ...turn, feedback: chunk.data as TurnParts['feedback'] }
    case 'data-message': {
      const head = chunk.data as TurnParts['message']
      if (turn.messages.some(({ id }) => id === head.id)) return turn
      return {
        ...turn,
        messages: [...turn.messages, { ...head, role: 'interviewer', text: '', complete: false }],
      }
    }
    case 'text-delta':
      return change(turn, chunk.id, (m) => (m.complete ? m : { ...m, text: m.text + (chunk.delta ?? '') }))
    case 'text-end':
      return change(turn, chunk.id, (m) => ({ ...m, complete: true }))
    case 'data-interview':
      return { ...turn, interview: chunk.data as TurnParts['interview'] }
    case 'error':
      return { ...turn, failed: true }
    case 'finish':
      return { ...turn, finished: true }
    default:
      return turn
  }
}
