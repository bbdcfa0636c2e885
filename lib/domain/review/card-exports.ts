import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { Language } from '../handbook/language'
import type { Question } from '../handbook/question'
import type { ReviewCard } from './card'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Code, which keeps its dollars, or a formula as a block or in a line. */
const codeOrFormula = /(```[\s\S]*?```|`[^`\n]+`)|\$\$([\s\S]+?)\$\$|\$([^$\n]+?)\$/g

/** A private character that no text has, to stand for a formula while Markdown is read. */
const stand = '\uE000'

/** Markdown as HTML with formulas the way Anki's MathJax reads them: `\(…\)` in a line, `\[…\]` as a block. */
export function ankiHtml(markdown: string): string {
  const formulas: string[] = []
  const text = markdown.replace(
    codeOrFormula,
    (whole: string, code?: string, block?: string, inline?: string) => {
      if (code !== undefined) return whole
      formulas.push(
        block !== undefined ? `\\[${escaped(block.trim())}\\]` : `\\(${escaped((inline ?? '').trim())}\\)`,
      )
      return `${stand}${formulas.length - 1}${stand}`
    },
  )
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return html.replace(new RegExp(`${stand}(\\d+)${stand}`, 'g'), (_, n: string) => formulas[Number(n)] ?? '')
}

/** A field of a tab-separated file: HTML has no need of its line ends, but for code, where they become `<br>`. */
const field = (html: string): string =>
  html
    .replace(/<pre>[\s\S]*?<\/pre>/g, (code) => code.replace(/\n/g, '<br>'))
    .replace(/\s+/g, ' ')
    .trim()

const back = ({ keyPoints, answer }: Question, language: Language): string => {
  const points = keyPoints.map(({ claim }) => `- ${claim[language]}`).join('\n')
  return ankiHtml(`${points}\n\n---\n\n${answer[language]}`)
}

/**
 * Cards as a text file that Anki imports: front, back and tags, HTML, tab-separated, with the header lines of Anki
 * 2.1.54 and later. The first column is a stable id, so that importing again updates notes.
 */
export function cardsForAnki(cards: readonly ReviewCard[], language: Language): string {
  const rows = cards.map(({ question }) =>
    [
      question.id,
      field(ankiHtml(question.prompt[language])),
      field(back(question, language)),
      `viva::${question.topic}`,
    ].join('\t'),
  )
  const head = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4']
  return `${[...head, ...rows].join('\n')}\n`
}

/** Quoted where it must be (RFC 4180); a leading sign of a formula is defused, as spreadsheets would run it. */
function csvField(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Cards as CSV with a heading row. */
export function cardsAsCsv(cards: readonly ReviewCard[], language: Language): string {
  const head = ['question', 'topic', 'prompt', 'due', 'reviews', 'lapses', 'stability_days', 'last_score']
  const rows = cards.map(({ question, due, reviews, lapses, stability, last, suspended }) => [
    ...[question.id, question.topic, question.prompt[language]],
    suspended ? 'suspended' : due.toISOString(),
    ...[reviews, lapses, stability?.toFixed(2), last?.score],
  ])
  return `${[head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}
