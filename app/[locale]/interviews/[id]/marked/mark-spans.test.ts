import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateAll, markPieces, type Quoted, type Span } from './mark-spans'

const covered = (id: string, quote: string): Quoted => ({ id, verdict: 'covered', quote })
const span = (id: string, start: number, end: number): Span => ({ quoted: covered(id, ''), start, end })

const draw = (answer: string, spans: readonly Span[], atoms = [] as { start: number; end: number }[]) =>
  markPieces(answer.length, spans, atoms).map(({ start, end, marks }) => [
    answer.slice(start, end),
    marks.map(({ quoted, ends }) => quoted.id + (ends ? '.' : '')).join(' '),
  ])

describe('marks on an answer', () => {
  it('leaves an answer without quotes whole, and an empty one empty', () => {
    expect(draw('abc', [])).toEqual([['abc', '']])
    expect(draw('', [])).toEqual([])
  })

  it('lets marks stand beside each other, inside each other and across each other', () => {
    expect(draw('abcdef', [span('x', 0, 2), span('y', 2, 4)])).toEqual([
      ['ab', 'x.'],
      ['cd', 'y.'],
      ['ef', ''],
    ])
    expect(draw('abcdef', [span('in', 2, 4), span('out', 0, 6)])).toEqual([
      ['ab', 'out'],
      ['cd', 'out in.'],
      ['ef', 'out.'],
    ])
    expect(draw('abcdef', [span('x', 0, 4), span('y', 2, 6)])).toEqual([
      ['ab', 'x'],
      ['cd', 'x. y'],
      ['ef', 'y.'],
    ])
  })

  it('draws both marks where two verdicts quote the same words', () => {
    expect(draw('abc', [span('x', 0, 3), span('y', 0, 3)])).toEqual([['abc', 'x. y.']])
  })

  it('marks a formula that a quote cuts through as a whole', () => {
    expect(draw('a $d_k$ b', [span('x', 0, 5)], [{ start: 2, end: 7 }])).toEqual([
      ['a $d_k$', 'x.'],
      [' b', ''],
    ])
  })

  it('finds quotes whatever their case and spacing, and drops what does not stand there', () => {
    const quotes = [covered('x', 'THE  scores'), covered('y', 'not said'), covered('z', '  ')]
    expect(locateAll('Then the\nscores saturate', quotes)).toEqual([{ quoted: quotes[0], start: 5, end: 15 }])
  })

  it('covers the whole answer in order, whatever the marks are', () => {
    const anySpan = fc
      .tuple(fc.nat(30), fc.nat(30), fc.string({ minLength: 1, maxLength: 3 }))
      .map(([a, b, id]) => span(id, a, b))
    fc.assert(
      fc.property(fc.nat(30), fc.array(anySpan, { maxLength: 8 }), (length, spans) => {
        const pieces = markPieces(length, spans)
        let at = 0
        for (const piece of pieces) {
          expect(piece.start).toBe(at)
          expect(piece.end).toBeGreaterThan(piece.start)
          at = piece.end
        }
        expect(at).toBe(length)
        const drawn = spans.filter(({ start, end }) => start < end && end <= length)
        const ends = pieces.flatMap(({ marks }) => marks.filter((mark) => mark.ends))
        expect(ends).toHaveLength(drawn.length)
      }),
    )
  })
})
