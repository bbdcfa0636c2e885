import type { VerdictKind } from '@/lib/domain/grading/grade'
import { locateQuote } from '@/lib/domain/text/quote'

/** Words of an answer that the grader quoted for a verdict. */
export interface Quoted {
  readonly id: string
  readonly verdict: Exclude<VerdictKind, 'missing'>
  readonly quote: string
}

/** A quoted stretch of an answer: UTF-16 offsets, the end exclusive. */
export interface Span<Q extends Quoted = Quoted> {
  readonly quoted: Q
  readonly start: number
  readonly end: number
}

/** A stretch under one and the same set of marks, the longest mark first. */
export interface Piece<Q extends Quoted = Quoted> {
  readonly start: number
  readonly end: number
  readonly marks: readonly { readonly quoted: Q; readonly ends: boolean }[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where the quotes stand in the answer; one that does not stand there is left out. */
export const locateAll = <Q extends Quoted>(answer: string, quotes: readonly Q[]): Span<Q>[] =>
  quotes.flatMap((quoted) => {
    const at = locateQuote(answer, quoted.quote)
    return at ? [{ quoted, ...at }] : []
  })

/** Widens spans that cut through an atom (a formula, code), which can only be marked as a whole. */
const widen = <Q extends Quoted>(span: Span<Q>, atoms: readonly Stretch[]): Span<Q> =>
  atoms.reduce<Span<Q>>(
    (wide, atom) =>
      wide.start < atom.end && atom.start < wide.end
        ? { ...wide, start: Math.min(wide.start, atom.start), end: Math.max(wide.end, atom.end) }
        : wide,
    span,
  )

/**
 * Cuts an answer into pieces at every edge of a mark, so that quotes may overlap in any way. The pieces cover
 * the whole answer, in order, and none is empty; a mark `ends` in exactly one piece.
 */
export function markPieces<Q extends Quoted>(
  length: number,
  spans: readonly Span<Q>[],
  atoms: readonly Stretch[] = [],
): Piece<Q>[] {
  const wide = spans
    .map((span) => widen(span, atoms))
    .filter(({ start, end }) => 0 <= start && start < end && end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const edges = [...new Set([0, length, ...wide.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? length
    const over = wide.filter((span) => span.start <= start && end <= span.end)
    return { start, end, marks: over.map((span) => ({ quoted: span.quoted, ends: span.end === end })) }
  })
}
