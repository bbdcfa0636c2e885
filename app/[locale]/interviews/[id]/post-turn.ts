import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { Turn } from '@/lib/domain/interview/decide'
import type { Chunk } from './turn-stream'

/** `unreachable` and `broken` leave it open whether the turn was saved: sending the same turn again settles it. */
export type Refusal = 'unreachable' | 'broken' | 'moved-on' | 'closed' | 'too-large' | 'gone'

const refusals: Readonly<Record<number, Refusal>> = { 404: 'gone', 409: 'moved-on', 413: 'too-large' }

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as { type?: string }
  if (problem.type === '/problems/interview-closed') return 'closed'
  return refusals[response.status] ?? 'broken'
}

/**
 * Sends a turn and hands on the chunks of its reply as they come.
 * @returns why it was not taken or not finished; `undefined` once the reply is whole
 */
export async function postTurn(
  interviewId: string,
  turn: Turn,
  onChunk: (chunk: Chunk) => void,
): Promise<Refusal | undefined> {
  try {
    const response = await fetch(`/api/interviews/${interviewId}/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(turn),
    })
    if (!response.ok || !response.body) return await refusalOf(response)
    let whole = false
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
    const reader = events.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { data } = next.value
      if (data === '[DONE]') continue
      const chunk = JSON.parse(data) as Chunk
      if (chunk.type === 'finish') whole = true
      onChunk(chunk)
    }
    return whole ? undefined : 'broken'
  } catch {
    return 'unreachable'
  }
}
