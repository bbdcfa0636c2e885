import { describe, expect, it } from 'vitest'
import { gatherNotes, type Note } from './note'

const span = (label: string, start: number, end: number, verdict: Note['verdict'] = 'covered') => ({
  quoted: { id: label, verdict, quote: 'q', labels: [label], about: [`claim ${label}`] },
  ...{ start, end },
})

describe('notes on the same words', () => {
  it('share one line and stand in the order of their numbers', () => {
    const [one, ...rest] = gatherNotes([span('10', 0, 5), span('2', 0, 5), span('A', 0, 5)])
    expect(rest).toEqual([])
    expect(one?.quoted).toMatchObject({ labels: ['2', '10', 'A'], about: ['claim 10', 'claim 2', 'claim A'] })
  })

  it('stay apart when words or verdicts differ', () => {
    const apart = [span('1', 0, 5), span('2', 0, 6), span('3', 0, 5, 'partial')]
    expect(gatherNotes(apart)).toEqual(apart)
  })
})
