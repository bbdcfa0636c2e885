import type { Cue } from '../handbook/question'
import { remember } from '../text/remember'
import { ideaOf, type Idea } from './wordings'
import { isDenied, negations } from '../text/polarity'

const byWords: (cue: Cue) => readonly Idea[] = remember(
  (cue) => cue.map(ideaOf),
  (cue) => JSON.stringify(cue),
  8_000,
)

const byCue = new WeakMap<Cue, readonly Idea[]>()

/** The ideas of a cue. Events carry their own copies of a rubric, so a new copy is known by its words. */
export function ideasOf(cue: Cue): readonly Idea[] {
  const known = byCue.get(cue) ?? byWords(cue)
  byCue.set(cue, known)
  return known
}

export type Polarity = 'asserted' | 'denied'

/** How a clause speaks of each idea; `undefined` where it does not. A clause that does both asserts. */
export function polarities(ideas: readonly Idea[], clause: string): (Polarity | undefined)[] {
  const hits = ideas.map((idea) => idea(clause))
  if (hits.every((list) => list.length === 0)) return hits.map(() => undefined)
  const found = negations(clause)
  const spent = found.filter((n) => hits.flat().some((hit) => hit.start <= n.start && n.end <= hit.end))
  return hits.map((list) => {
    if (list.length === 0) return undefined
    return list.some((hit) => !isDenied(clause, hit.start, found, spent)) ? 'asserted' : 'denied'
  })
}
