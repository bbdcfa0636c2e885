import { createUIMessageStream, createUIMessageStreamResponse, type UIMessage } from 'ai'
import type { Listener } from '@/lib/conduct/listener'
import type { Ports } from '@/lib/conduct/ports'
import type { SavedTurn } from '@/lib/conduct/take-turn'
import type { TurnParts } from '@/lib/domain/interview/view'
import { headOf, statusOf } from '@/lib/domain/interview/view-interview'

type TurnMessage = UIMessage<never, { [Part in keyof TurnParts]: TurnParts[Part] }>
type Writer = Parameters<Parameters<typeof createUIMessageStream<TurnMessage>>[0]['execute']>[0]['writer']

/** Writes what happens in a turn as parts of the stream: a text part for each message, named by its move. */
function listen(writer: Writer, practice: boolean): Listener {
  return {
    phase: (phase) => writer.write({ type: 'data-phase', data: { phase }, transient: true }),
    graded: (turnId, grade) => {
      if (practice) writer.write({ type: 'data-feedback', data: { turnId, grade } })
    },
    message: (entry) => {
      const { moveId } = entry.move
      writer.write({ type: 'data-message', id: moveId, data: headOf(entry) })
      writer.write({ type: 'text-start', id: moveId })
    },
    words: (moveId, delta) => writer.write({ type: 'text-delta', id: moveId, delta }),
    spoken: (moveId) => writer.write({ type: 'text-end', id: moveId }),
  }
}

/**
 * Grades and answers a saved turn as an AI SDK UI message stream. The work goes on when the reader leaves:
 * nothing of it hangs on the request.
 */
export function turnStream(ports: Pick<Ports, 'now' | 'log'>, turnId: string, turn: SavedTurn): Response {
  const stream = createUIMessageStream<TurnMessage>({
    generateId: () => turnId,
    execute: async ({ writer }) => {
      writer.write({ type: 'start', messageId: turnId })
      writer.write({ type: 'data-phase', data: { phase: 'saved' }, transient: true })
      const practice = turn.saved.state.settings.mode === 'practice'
      const state = await turn.finish(listen(writer, practice))
      writer.write({ type: 'data-interview', data: statusOf(state, ports.now()) })
      writer.write({ type: 'finish' })
    },
    onError: (error) => {
      ports.log.error({ turn: turnId, err: error }, 'turn broke off after it was saved')
      return 'Your answer is saved. Something broke on our side while replying; send the same turn again to go on.'
    },
  })
  return createUIMessageStreamResponse({
    stream,
    headers: { 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' },
  })
}
