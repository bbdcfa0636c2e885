import type { Language } from '@/lib/domain/handbook/language'
import { foldText } from '@/lib/domain/text/fold'
import { plain } from '@/lib/domain/text/plain'
import type { Span } from '@/lib/domain/text/quote'
import { sentences, wordSpans } from '@/lib/domain/text/segment'
import type { Marked } from '@/lib/conduct/ports'
import { stem } from './features'

/** About two lines, characters. */
const longest: Record<Language, number> = { zh: 80, en: 180 }

/** How far into a long sentence the first mark may stand. */
const lead: Record<Language, number> = { zh: 24, en: 60 }

interface Found extends Span {
  readonly term: string
}

const isOneHan = (term: string): boolean => /^\p{Script=Han}$/u.test(term)

/** Where words stand that were met. A single character says little: it counts where there is nothing else. */
function find(text: string, met: ReadonlySet<string>): Found[] {
  const said = new Set([...met].filter((term) => !isOneHan(term)))
  const terms = said.size > 0 ? said : met
  return wordSpans(text)
    .map(({ word, start, end }) => ({ term: stem(foldText(word)), start, end }))
    .filter(({ term }) => terms.has(term))
}

/** Marks as they are shown: what only a space or a hyphen parts is one. */
function joined(text: string, marks: readonly Span[]): [number, number][] {
  const result: [number, number][] = []
  for (const { start, end } of marks) {
    const last = result.at(-1)
    if (last && /^[\s-]?$/.test(text.slice(last[1], start))) last[1] = end
    else result.push([start, end])
  }
  return result
}

/** A whole text in plain characters with the words that were met. */
export function markWords(markdown: string, terms: ReadonlySet<string>): Marked {
  const text = plain(markdown)
  return { text, marks: joined(text, find(text, terms)) }
}

/** Where to begin so that the first mark of a sentence is seen. */
function beginning(text: string, sentence: Span, first: number, language: Language): number {
  if (first - sentence.start <= lead[language]) return sentence.start
  const from = first - lead[language] / 2
  const gap = text.slice(from, first).search(/[\s，、；：]/)
  return gap < 0 ? from : from + gap + 1
}

function cut(text: string, start: number, language: Language): Span {
  const most = start + longest[language]
  if (most >= text.length) return { start, end: text.length }
  const gap = text.slice(start, most).search(/[\s，。；、]\S*$/u)
  return { start, end: gap > longest[language] / 2 ? start + gap : most }
}

/**
 * Two lines of a passage around what a query met, in plain text. Where it met no word, the sentence nearest in meaning
 * is shown, and marked as a whole.
 * @param weigh what a met word says; the sentence that says most is shown
 * @param nearness in meaning of a sentence and the query
 */
export function excerptOf(
  passage: { readonly text: string; readonly language: Language },
  terms: ReadonlySet<string>,
  weigh: (term: string) => number,
  nearness: (sentence: string) => number,
): Marked {
  const { language } = passage
  const text = plain(passage.text)
  const met = find(text, terms)
  const inside = (span: Span): Found[] =>
    met.filter(({ start, end }) => start >= span.start && end <= span.end)
  const says = (span: Span): number =>
    met.length > 0
      ? [...new Set(inside(span).map(({ term }) => term))].reduce((sum, term) => sum + weigh(term), 0)
      : nearness(text.slice(span.start, span.end))
  const ranked = sentences(text)
    .map((span) => ({ span, weight: says(span) }))
    .sort((a, b) => b.weight - a.weight)
  const best = ranked[0]?.span ?? { start: 0, end: text.length }
  const first = inside(best)[0]?.start ?? best.start
  const shown = cut(text, beginning(text, best, first, language), language)
  const marks =
    met.length > 0 ? met : [{ start: Math.max(best.start, shown.start), end: Math.min(best.end, shown.end) }]
  const before = shown.start > 0 ? '… ' : ''
  const after = shown.end < text.length ? ' …' : ''
  const own = text.slice(shown.start, shown.end)
  const moved = marks
    .filter(({ start, end }) => start >= shown.start && end <= shown.end && end > start)
    .map(({ start, end }) => ({
      start: start - shown.start + before.length,
      end: end - shown.start + before.length,
    }))
  const whole = `${before}${own}${after}`
  return { text: whole, marks: joined(whole, moved) }
}
