import { createParser } from 'eventsource-parser'
import { readChunk, type TurnChunk } from './turn-chunk'
import type { FailureKind, SentTurn } from './turn-stream'

/** How one request for a turn ended; `retry` is worth sending again as it is. */
export type Posted =
  | { readonly type: 'done' }
  | { readonly type: 'retry'; readonly kind: FailureKind }
  | { readonly type: 'refused'; readonly kind: FailureKind }

const refusals: Readonly<Record<string, Posted>> = {
  '/problems/moved-on': { type: 'refused', kind: 'moved-on' },
  '/problems/interview-closed': { type: 'refused', kind: 'closed' },
  '/problems/too-large': { type: 'refused', kind: 'too-long' },
  '/problems/not-found': { type: 'refused', kind: 'gone' },
  '/problems/turn-in-progress': { type: 'retry', kind: 'broken' },
}

async function refusal(response: Response): Promise<Posted> {
  const problem: unknown = await response.json().catch(() => undefined)
  const type = (problem as { type?: unknown } | undefined)?.type
  const known = typeof type === 'string' ? refusals[type] : undefined
  return known ?? { type: response.status >= 500 ? 'retry' : 'refused', kind: 'broken' }
}

async function read(body: ReadableStream<Uint8Array>, onChunk: (chunk: TurnChunk) => void): Promise<Posted> {
  let end: Posted = { type: 'retry', kind: 'broken' }
  const parser = createParser({
    onEvent: ({ data }) => {
      const chunk = readChunk(data)
      if (!chunk) return
      if (chunk.type === 'finish') end = { type: 'done' }
      // What broke on the server is not mended by asking again at once.
      if (chunk.type === 'error') end = { type: 'refused', kind: 'broken' }
      onChunk(chunk)
    },
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      parser.feed(decoder.decode(part.value, { stream: true }))
  } catch {
    // A connection that breaks off is a stream without its end.
  }
  return end
}

/** Sends a turn and hands on what streams back. Never throws: what went wrong is an outcome. */
export async function postTurn(
  interviewId: string,
  turn: SentTurn,
  onChunk: (chunk: TurnChunk) => void,
  send: typeof fetch = fetch,
): Promise<Posted> {
  let response: Response
  try {
    response = await send(`/api/interviews/${interviewId}/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(turn),
    })
  } catch {
    return { type: 'retry', kind: 'unreachable' }
  }
  return response.ok && response.body ? read(response.body, onChunk) : refusal(response)
}

/** Pauses before a turn is sent again by itself, milliseconds: long enough for a server to restart its socket. */
const pauses = [500, 2_000]

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Sends a turn until its reply is whole, the server refuses it, or it has been sent three times. The server takes
 * a turn once, so sending it again joins it.
 * @returns why it is not done; `undefined` when it is
 */
export async function postUntilDone(
  interviewId: string,
  turn: SentTurn,
  onChunk: (chunk: TurnChunk) => void,
  {
    send = fetch,
    wait = pause,
  }: { send?: typeof fetch; wait?: (milliseconds: number) => Promise<void> } = {},
): Promise<FailureKind | undefined> {
  for (const milliseconds of [...pauses, undefined]) {
    const posted = await postTurn(interviewId, turn, onChunk, send)
    if (posted.type === 'done') return undefined
    if (posted.type === 'refused' || milliseconds === undefined) return posted.kind
    await wait(milliseconds)
  }
  return 'broken'
}
