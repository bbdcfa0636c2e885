import { describe, expect, it } from 'vitest'
import { readChunk } from './turn-chunk'
import { idle, turnStream, unseen, type LiveMessage, type SentTurn, type TurnState } from './turn-stream'

const turn: SentTurn = { turnId: 't1', kind: 'answer', text: 'my answer', inReplyTo: 'm1' }
const at = '2026-01-01T10:00:00.000Z'

const lines = [
  '{"type":"start","messageId":"t1"}',
  '{"type":"data-phase","data":{"phase":"saved"},"transient":true}',
  '{"type":"data-phase","data":{"phase":"grading"},"transient":true}',
  '{"type":"data-feedback","data":{"turnId":"t1","grade":{"score":40}}}',
  `{"type":"data-message","id":"m2","data":{"id":"m2","kind":"probe","at":"${at}"}}`,
  '{"type":"text-start","id":"m2"}',
  '{"type":"text-delta","id":"m2","delta":"One more point."}',
  '{"type":"text-delta","id":"m2","delta":" Why?"}',
  '{"type":"text-end","id":"m2"}',
  '{"type":"data-interview","data":{"status":"active","progress":{"asked":1,"planned":2}}}',
  '{"type":"finish"}',
]

const send = (state: TurnState = idle) => turnStream(state, { type: 'send', turn, at })

const play = (state: TurnState, chunks: readonly string[]): TurnState =>
  chunks.reduce((now, line) => {
    const chunk = readChunk(line)
    return chunk ? turnStream(now, { type: 'chunk', chunk, at }) : now
  }, state)

const texts = (state: TurnState) => state.live.map(({ id, text, done }) => [id, text, done])

const whole = [
  ['t1', 'my answer', true],
  ['m2', 'One more point. Why?', true],
]

describe('a turn as it streams', () => {
  it('draws the answer once it is saved, then the reply word by word', () => {
    const sent = send()
    expect(sent.working?.phase).toBe('sending')
    expect(sent.live).toEqual([])
    expect(texts(play(sent, lines.slice(0, 2)))).toEqual([['t1', 'my answer', true]])
    expect(texts(play(sent, lines.slice(0, 7))).at(-1)).toEqual(['m2', 'One more point.', false])
    const end = turnStream(play(sent, lines), { type: 'done' })
    expect(texts(end)).toEqual(whole)
    expect(end).toMatchObject({ working: undefined, score: 40, print: { progress: { asked: 1 } } })
  })

  it.each(lines.map((_, index) => index))('is whole when it is cut after chunk %i and sent again', (cut) => {
    const broken = turnStream(play(send(), lines.slice(0, cut)), { type: 'fail', kind: 'broken' })
    expect(broken.failure?.saved).toBe(cut >= 2)
    expect(texts(play(send(broken), lines))).toEqual(whole)
  })

  it('draws a stream that comes twice as once', () => {
    expect(texts(play(send(), [...lines, ...lines]))).toEqual(whole)
    expect(
      texts(
        play(
          send(),
          lines.flatMap((line) => (line.includes('delta') ? [line] : [line, line])),
        ),
      ),
    ).toEqual(whole)
  })

  it('passes over what it does not know', () => {
    const strange = [
      'not json',
      'null',
      '[]',
      '{}',
      '{"type":"data-later","data":{}}',
      '{"type":"data-phase","data":{"phase":"dreaming"}}',
      '{"type":"data-message","id":"m9","data":{"id":7}}',
      '{"type":"text-delta","id":"m9","delta":"of a message that never began"}',
      '{"type":"text-delta","id":"m2","delta":5}',
      '{"type":"data-interview","data":{}}',
      '[DONE]',
    ]
    const mixed = lines.flatMap((line) => [...strange, line])
    expect(play(send(), mixed)).toEqual(play(send(), lines))
  })

  it('says whether the answer was saved when it fails', () => {
    const unsaved = turnStream(send(), { type: 'fail', kind: 'unreachable' })
    expect(unsaved).toMatchObject({ live: [], failure: { turn, kind: 'unreachable', saved: false } })
    expect(turnStream(unsaved, { type: 'dismiss' }).failure).toBeUndefined()
    expect(send(unsaved).failure).toBeUndefined()
    const saved = turnStream(play(send(), lines.slice(0, 3)), { type: 'fail', kind: 'broken' })
    expect(saved.failure).toMatchObject({ saved: true })
  })

  it('knows an error and an end when it sees them', () => {
    expect(readChunk('{"type":"error","errorText":"x"}')).toEqual({ type: 'error' })
    expect(readChunk('{"type":"finish"}')).toEqual({ type: 'finish' })
  })
})

describe('what the server has not drawn yet', () => {
  const message = (id: string, kind: LiveMessage['kind']): LiveMessage => ({
    ...{ id, kind, at, text: '', done: true },
    role: 'interviewer',
  })
  const live = [
    message('t1', 'answer'),
    message('m2', 'question'),
    message('t2', 'skip'),
    message('m3', 'question'),
  ]
  const ids = (messages: readonly LiveMessage[]) => messages.map(({ id }) => id)

  it('goes on with the question before, then begins each new one', () => {
    const { tail, next } = unseen(live, [])
    expect(ids(tail)).toEqual(['t1'])
    expect(next.map(ids)).toEqual([['m2', 't2'], ['m3']])
  })

  it('leaves out what the server has drawn, so that nothing is doubled', () => {
    const { tail, next } = unseen(live, ['t1', 'm2'])
    expect(ids(tail)).toEqual(['t2'])
    expect(next.map(ids)).toEqual([['m3']])
    expect(unseen(live, ids(live))).toEqual({ tail: [], next: [] })
  })
})
