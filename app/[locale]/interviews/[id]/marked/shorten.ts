import { answerAtoms } from './answer-atoms'

/**
 * The beginning of a quote, about `most` characters of it. Formulas and code are taken whole or not at all, save for one
 * that the quote begins with.
 */
export function shorten(quote: string, most: number): string {
  if (quote.length <= most) return quote
  const cut = answerAtoms(quote).find(({ start, end }) => start < most && most < end)
  const end = cut === undefined ? most : cut.start > 0 ? cut.start : cut.end
  return end < quote.length ? `${quote.slice(0, end).trimEnd()}…` : quote
}
