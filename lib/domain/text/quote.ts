import { fold, unfold } from './fold'

/** A stretch of a text, UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Where a quote stands in an answer, white space, width and case aside.
 * @returns `undefined` when it does not stand there, or says nothing
 */
export function locateQuote(answer: string, quote: string): Span | undefined {
  const wanted = fold(quote).text.trim()
  if (wanted === '') return undefined
  const folded = fold(answer)
  const at = folded.text.indexOf(wanted)
  return at < 0 ? undefined : unfold(folded, at, at + wanted.length)
}
