import { normalise } from '../text/formula'
import type { Span } from '../text/quote'

/** A stretch of a wording that stands together, and how it may end otherwise than it is written. */
interface Part {
  readonly text: string
  readonly inflected: 'as a verb or noun' | 'with an ending' | 'in the plural' | 'anyhow' | 'never'
}

/** One way to say an idea: parts with nothing but white space or hyphens between them. */
type Wording = readonly Part[]

const alphanumeric = /[a-z0-9]/
const plainEnding = /(?:ing|ied|ies|ed|es|ly|(?<!s)s|e|y)$/
const endings = /^(?:[a-z]?(?:ing|ed|er)s?|e|es|ed|s|d|ly|y|ies|ied)?$/

/** A Latin word goes by its stem, or by what stands before a star; short words and symbols must stand as they are. */
function partOf(text: string): Part {
  if (/^[a-z]{3,}\*$/.test(text)) return { text: text.slice(0, -1), inflected: 'anyhow' }
  if (/^[a-z]{2,3}$/.test(text)) return { text, inflected: 'in the plural' }
  if (!/^[a-z]{4,}$/.test(text)) return { text, inflected: 'never' }
  const stem = text.replace(plainEnding, '')
  if (stem.length < 3) return { text, inflected: 'as a verb or noun' }
  // What is left of "glue" without its e is another word.
  return { text: stem, inflected: text === `${stem}e` ? 'with an ending' : 'as a verb or noun' }
}

const wordingOf = (alternative: string): Wording =>
  (normalise(alternative).match(/\p{Script=Han}+|[^\p{Script=Han}\s-]+/gu) ?? []).map(partOf)

const isWordAt = (text: string, at: number): boolean => alphanumeric.test(text.charAt(at))

/** Where a part that begins at an offset ends, or -1. */
function endOf({ text: own, inflected }: Part, text: string, at: number, last: boolean): number {
  if (!text.startsWith(own, at)) return -1
  const end = at + own.length
  if (inflected === 'never') return last && isWordAt(own, own.length - 1) && isWordAt(text, end) ? -1 : end
  let run = end
  while (isWordAt(text, run)) run++
  const rest = text.slice(end, run)
  if (inflected === 'anyhow') return run
  if (inflected === 'in the plural') return rest === '' || rest === 's' ? run : -1
  return endings.test(rest) && (rest !== '' || inflected === 'as a verb or noun') ? run : -1
}

function endOfWording(wording: Wording, text: string, start: number): number {
  let at = start
  for (const [i, part] of wording.entries()) {
    if (i > 0) while (/[\s-]/.test(text.charAt(at))) at++
    at = endOf(part, text, at, i === wording.length - 1)
    if (at < 0) return -1
  }
  return at
}

function occurrences(wording: Wording, text: string): Span[] {
  const first = wording[0]?.text ?? ''
  const latin = isWordAt(first, 0)
  const found: Span[] = []
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    if (latin && isWordAt(text, start - 1)) continue
    const end = endOfWording(wording, text, start)
    if (end >= 0) found.push({ start, end })
  }
  return found
}

/** Where a normalised text says an idea: the longest wording first where several begin together, none twice. */
export type Idea = (text: string) => readonly Span[]

/** Plain search instead of one pattern of all wordings: to compile that took longer than to grade an answer. */
export function ideaOf(alternatives: readonly string[]): Idea {
  const wordings = alternatives.map(wordingOf).filter((wording) => wording.length > 0)
  return (text) => {
    const found = wordings.flatMap((wording) => occurrences(wording, text))
    if (found.length < 2) return found
    let end = 0
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((span) => {
        if (span.start < end) return false
        end = span.end
        return true
      })
  }
}
