import type { Span } from './quote'

/**
 * Where a global pattern matches a text. `matchAll` copies its pattern at every call, which is most of its cost on
 * texts as short as clauses.
 */
export function matchesOf(pattern: RegExp, text: string): Span[] {
  pattern.lastIndex = 0
  const found: Span[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
