import type { Span } from './quote'

/** Stretches that punctuation must not cut: formulas, code, and numbers or abbreviations with a dot in them. */
const unbroken =
  /\$\$[\s\S]+?\$\$|\$[^$\n]+\$|```[\s\S]*?```|`[^`\n]+`|\d[.,]\d|\b(?:e\.g|i\.e|etc|vs|cf|al|Fig|Eq)\./gi

const maskOf = (text: string): string => text.replace(unbroken, (found) => '\u0000'.repeat(found.length))

/** Cuts a stretch of a text at every separator; one in the group `keep` stays with what it begins. */
function cut(text: string, separator: RegExp, within: Span): Span[] {
  const spans: Span[] = []
  const mask = maskOf(text.slice(within.start, within.end))
  let start = within.start
  const push = (end: number): void => {
    const slice = text.slice(start, end)
    const from = start + (slice.length - slice.trimStart().length)
    const to = end - (slice.length - slice.trimEnd().length)
    if (to > from) spans.push({ start: from, end: to })
  }
  for (const match of mask.matchAll(separator)) {
    const end = within.start + match.index + (match.groups?.keep ? 0 : match[0].length)
    push(end)
    start = end
  }
  push(within.end)
  return spans
}

const sentenceEnd = /[.!?](?=\s|$)|[。！？；;]+|\n+/g

/** Sentences of prose in either language, as stretches of it; bullets and lines count as sentences. */
export const sentences = (text: string): Span[] => cut(text, sentenceEnd, { start: 0, end: text.length })

/** Commas, dashes and the conjunctions that begin a new statement; a conjunction stays with what it begins. */
const clauseEnd =
  /[,，、:：](?!\d)|——|—|\s-\s|(?<keep>(?<=\s)(?:but|while|whereas|however|although|though|(?<!\bnot )because|so that|which|instead)(?=\s)|但是|但|而不是|而是|然而|不过|(?<!不是|并非|不)因为|所以|因此|从而)/gi

/** The clauses of one sentence. */
export const clauses = (text: string, sentence: Span): Span[] => cut(text, clauseEnd, sentence)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The segmenter's time grows with the square of an unbroken stretch of Han characters, so long ones are cut. */
const stretches = /[\s\S]{1,120}(?=[\s\p{P}])|[\s\S]{1,120}/gu

/** Words of folded text, punctuation left out. Chinese segmentation leaves Latin words whole. */
export const words = (text: string): string[] =>
  (text.match(stretches) ?? []).flatMap((stretch) =>
    [...segmenter.segment(stretch)].filter((part) => part.isWordLike).map((part) => part.segment),
  )

/** The words of a text with where they stand in it. */
export const wordSpans = (text: string): (Span & { readonly word: string })[] =>
  [...text.matchAll(stretches)].flatMap(({ 0: stretch, index: at }) =>
    [...segmenter.segment(stretch)]
      .filter((part) => part.isWordLike)
      .map(({ segment: word, index }) => ({ word, start: at + index, end: at + index + word.length })),
  )
