import { describe, expect, it } from 'vitest'
import { emptyTurn, readChunk, type Chunk, type LiveTurn } from './turn-stream'

const head = { id: 'm2', kind: 'probe', at: '2026-01-01T10:00:00Z' }
const read = (...chunks: Chunk[]): LiveTurn => chunks.reduce(readChunk, emptyTurn)
const words = (delta: string): Chunk => ({ type: 'text-delta', id: 'm2', delta })

describe('a turn as it streams in', () => {
  it('puts a message together from its head and its words', () => {
    const turn = read(
      { type: 'data-message', data: head },
      { type: 'text-start', id: 'm2' },
      words('Go '),
      words('on.'),
    )
    expect(turn.messages).toEqual([{ ...head, role: 'interviewer', text: 'Go on.', complete: false }])
    expect(readChunk(turn, { type: 'text-end', id: 'm2' }).messages[0]?.complete).toBe(true)
  })

  it('shows a message once when its head comes twice, and takes no words after its end', () => {
    const message: Chunk = { type: 'data-message', data: head }
    const turn = read(message, words('a'), message, { type: 'text-end', id: 'm2' }, words('b'))
    expect(turn.messages.map((m) => m.text)).toEqual(['a'])
  })

  it('passes over what it does not know and words without a message', () => {
    expect(read({ type: 'reasoning-delta', delta: 'x' }, { type: 'source-url' }, words('lost'))).toEqual(
      emptyTurn,
    )
  })

  it('remembers phase, feedback, the small print, failure and the end', () => {
    const interview = { status: 'closed', progress: { asked: 1, planned: 1 } }
    const turn = read(
      { type: 'data-phase', data: { phase: 'grading' } },
      { type: 'data-interview', data: interview },
      { type: 'error' },
      { type: 'finish' },
    )
    expect(turn).toMatchObject({ phase: 'grading', interview, failed: true, finished: true })
  })
})
