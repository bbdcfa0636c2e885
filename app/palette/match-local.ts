import { foldText } from '@/lib/domain/text/fold'

export interface Place {
  readonly id: string
  /** What it is called, in every language that somebody may type. */
  readonly names: readonly string[]
}

/** Whether two words differ by at most so many letters put in, left out, changed, or swapped with the next. */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    ;[before, row] = [row, next]
  }
  return (row[b.length] ?? Infinity) <= most
}

const allowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

/** How well a name answers to a word: 3 begins with it, 2 contains it, 1 is it but for a typo, 0 not at all. */
function fit(name: string, word: string): number {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  if (parts.some((part) => part.startsWith(word))) return 3
  if (name.includes(word)) return 2
  const most = allowed(word)
  const near = (part: string): boolean =>
    within(part, word, most) || (part.length > word.length && within(part.slice(0, word.length), word, most))
  return most > 0 && parts.some(near) ? 1 : 0
}

/**
 * Places whose names answer to every word of a query, a typo in a longer word forgiven, the best first; all of them,
 * as they stand, for an empty query.
 */
export function matchLocal<T extends Place>(places: readonly T[], query: string): T[] {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...places]
  return places
    .map((place) => {
      const fits = place.names.map((name) => {
        const folded = foldText(name)
        const each = words.map((word) => fit(folded, word))
        return Math.min(...each) === 0 ? 0 : each.reduce((sum, one) => sum + one, 0)
      })
      return { place, fit: Math.max(0, ...fits) }
    })
    .filter((scored) => scored.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ place }) => place)
}
