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

const boundary = { before: '(?<![a-z0-9])', after: '(?![a-z0-9])' }

function alternativePattern(alternative: string): string {
  const parts = normalise(alternative).match(/\p{Script=Han}+|[^\p{Script=Han}\s-]+/gu) ?? []
  const body = parts.map((part) => (/\p{Script=Han}/u.test(part) ? part : wordPattern(part))).join('[\\s-]*')
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  return `${/^[a-z0-9]/.test(first) ? boundary.before : ''}${body}${/[a-z0-9]$/.test(last) ? boundary.after : ''}`
}

/** The ideas of a cue as patterns. Events carry their own copy of a rubric, so it is known by its words. */
export const ideasOf: (cue: Cue) => readonly Idea[] = remember(
  (cue) =>
    cue.map((wordings) => {
      const patterns = wordings.map(alternativePattern).filter(Boolean)
      return new RegExp(patterns.sort((a, b) => b.length - a.length).join('|') || '(?!)', 'gu')
    }),
  (cue) => JSON.stringify(cue),
  8_000,
)

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
