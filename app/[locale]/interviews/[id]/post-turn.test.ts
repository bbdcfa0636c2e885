import { describe, expect, it } from 'vitest'
import { postTurn, postUntilDone } from './post-turn'
import type { TurnChunk } from './turn-chunk'

const turn = { turnId: 't1', kind: 'answer', text: 'x', inReplyTo: 'm1' } as const
const bytes = (text: string) => new TextEncoder().encode(text)

async function post(answer: () => Response | Promise<Response>) {
  const chunks: TurnChunk[] = []
  const requests: unknown[] = []
  const outcome = await postTurn(
    'i1',
    turn,
    (chunk) => chunks.push(chunk),
    async (url, init) => {
      requests.push([url, JSON.parse(String(init?.body))])
      return answer()
    },
  )
  return { outcome, chunks, requests }
}

const stream = (...parts: readonly Uint8Array[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part)
        controller.close()
      },
    }),
  )

const problem = (type: string, status: number) => Response.json({ type: `/problems/${type}` }, { status })

describe('sending a turn', () => {
  it('sends the turn as it is and hands on the chunks, however the bytes are cut', async () => {
    const all = bytes(
      'data: {"type":"text-delta","id":"m2","delta":"注意力"}\n\ndata: {"type":"finish"}\n\ndata: [DONE]\n\n',
    )
    for (const size of [1, 2, 7, all.length]) {
      const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.slice(i * size, (i + 1) * size),
      )
      const { outcome, chunks, requests } = await post(() => stream(...parts))
      expect(requests).toEqual([['/api/interviews/i1/turns', turn]])
      expect(outcome).toEqual({ type: 'done' })
      expect(chunks).toEqual([{ type: 'text-delta', id: 'm2', delta: '注意力' }, { type: 'finish' }])
    }
  })

  it('asks to be sent again when the stream is cut off or the server cannot be reached', async () => {
    const cut = await post(() => stream(bytes('data: {"type":"data-phase","data":{"phase":"saved"}}\n\n')))
    expect(cut.outcome).toEqual({ type: 'retry', kind: 'broken' })
    const torn = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) })
    expect((await post(() => new Response(torn))).outcome).toEqual({ type: 'retry', kind: 'broken' })
    const off = await post(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(off.outcome).toEqual({ type: 'retry', kind: 'unreachable' })
  })

  it('does not ask again at once when the server says that it broke', async () => {
    const { outcome } = await post(() => stream(bytes('data: {"type":"error","errorText":"x"}\n\n')))
    expect(outcome).toEqual({ type: 'refused', kind: 'broken' })
  })

  it.each([
    ['moved-on', 409, 'refused', 'moved-on'],
    ['interview-closed', 409, 'refused', 'closed'],
    ['turn-in-progress', 409, 'retry', 'broken'],
    ['too-large', 413, 'refused', 'too-long'],
    ['not-found', 404, 'refused', 'gone'],
    ['invalid-request', 400, 'refused', 'broken'],
    ['internal', 500, 'retry', 'broken'],
  ])('understands the problem %s (%i)', async (type, status, outcome, kind) => {
    expect((await post(() => problem(type, status))).outcome).toEqual({ type: outcome, kind })
  })

  it('takes an error page for a broken server', async () => {
    const html = await post(() => new Response('<html>', { status: 502 }))
    expect(html.outcome).toEqual({ type: 'retry', kind: 'broken' })
  })
})

describe('a turn that does not come through at once', () => {
  const until = async (...answers: readonly (() => Response | Promise<Response>)[]) => {
    const turns: unknown[] = []
    const outcome = await postUntilDone('i1', turn, () => {}, {
      send: async (_, init) => {
        turns.push(JSON.parse(String(init?.body)))
        return (answers[turns.length - 1] ?? off)()
      },
      wait: () => Promise.resolve(),
    })
    return { outcome, turns }
  }
  const off = () => Promise.reject(new TypeError('Failed to fetch'))
  const done = () => stream(bytes('data: {"type":"finish"}\n\n'))
  const cut = () => stream(bytes('data: {"type":"data-phase","data":{"phase":"saved"}}\n\n'))

  it('is sent again as the same turn', async () => {
    expect(await until(off, cut, done)).toEqual({ outcome: undefined, turns: [turn, turn, turn] })
  })

  it('is given up after three times, and at once when it is refused', async () => {
    expect(await until(cut, off, off, done)).toEqual({ outcome: 'unreachable', turns: [turn, turn, turn] })
    expect(await until(() => problem('moved-on', 409), done)).toEqual({ outcome: 'moved-on', turns: [turn] })
  })
})
