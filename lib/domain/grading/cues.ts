import type { Cue } from '../handbook/question'
import { normalise } from '../text/formula'
import { remember } from '../text/remember'
import { isDenied, negations } from '../text/polarity'

/** One idea of a cue: a pattern over normalised text that any of its wordings matches. */
export type Idea = RegExp

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A Latin word with its plain inflections; short words and symbols must stand as they are. */
function wordPattern(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return /^[a-z]{2,3}$/.test(word) ? `${word}s?` : escape(word)
  const stem = word.replace(/(?:ing|ied|ies|ed|es|ly|(?<!s)s|d|e|y)$/, '')
  const base = stem.length >= 3 ? stem : word
  return `${escape(base)}(?:[a-z]?(?:ing|ed|er)s?|e|es|ed|s|d|ly|y|ies|ied)?`
}

/** A wording as a pattern without its leading word boundary, and whether it wants one. */
interface Wording {
  readonly pattern: string
  readonly latin: boolean
}

function wordingOf(alternative: string): Wording | undefined {
  const parts = normalise(alternative).match(/\p{Script=Han}+|[^\p{Script=Han}\s-]+/gu) ?? []
  if (parts.length === 0) return undefined
  const body = parts.map((part) => (/\p{Script=Han}/u.test(part) ? part : wordPattern(part))).join('[\\s-]*')
  const end = /[a-z0-9]$/.test(parts.at(-1) ?? '') ? '(?![a-z0-9])' : ''
  return { pattern: body + end, latin: /^[a-z0-9]/.test(parts[0] ?? '') }
}

/** Wordings as one alternative for each first character, the longest first: most characters then fail at once. */
function byFirstCharacter(patterns: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const pattern of [...new Set(patterns)].sort((a, b) => b.length - a.length)) {
    const first = /^\\?./u.exec(pattern)?.[0] ?? ''
    groups.set(first, [...(groups.get(first) ?? []), pattern.slice(first.length)])
  }
  return [...groups].map(([first, rests]) => `${first}(?:${rests.join('|')})`).join('|')
}

function patternOf(wordings: readonly string[]): Idea {
  const all = wordings.map(wordingOf).filter((wording) => wording !== undefined)
  const of = (latin: boolean): string =>
    byFirstCharacter(all.filter((wording) => wording.latin === latin).map(({ pattern }) => pattern))
  const [latin, other] = [of(true), of(false)]
  const parts = [latin && `(?<![a-z0-9])(?:${latin})`, other].filter(Boolean)
  return new RegExp(parts.join('|') || '(?!)', 'gu')
}

const byWords: (cue: Cue) => readonly Idea[] = remember(
  (cue) => cue.map(patternOf),
  (cue) => JSON.stringify(cue),
  8_000,
)

const byCue = new WeakMap<Cue, readonly Idea[]>()

/** The ideas of a cue as patterns. Events carry their own copies of a rubric, so a new copy is known by its words. */
export function ideasOf(cue: Cue): readonly Idea[] {
  const known = byCue.get(cue) ?? byWords(cue)
  byCue.set(cue, known)
  return known
}

export type Polarity = 'asserted' | 'denied'

/** How a clause speaks of each idea; `undefined` where it does not. A clause that does both asserts. */
export function polarities(ideas: readonly Idea[], clause: string): (Polarity | undefined)[] {
  const hits = ideas.map((idea) =>
    [...clause.matchAll(idea)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  )
  if (hits.every((list) => list.length === 0)) return hits.map(() => undefined)
  const found = negations(clause)
  const spent = found.filter((n) => hits.flat().some((hit) => hit.start <= n.start && n.end <= hit.end))
  return hits.map((list) => {
    if (list.length === 0) return undefined
    return list.some((hit) => !isDenied(clause, hit.start, found, spent)) ? 'asserted' : 'denied'
  })
}
