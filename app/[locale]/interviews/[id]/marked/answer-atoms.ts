/** A stretch of an answer that is set as a whole: a formula or code. Offsets are UTF-16, the end exclusive. */
export interface Atom {
  readonly kind: 'formula' | 'display' | 'code' | 'code-block'
  readonly start: number
  readonly end: number
  /** What stands between the delimiters. */
  readonly body: string
}

/**
 * Fenced code, displayed and inline formulas, inline code, in this order of precedence. An inline `$…$` has no
 * space inside its dollars and no digit after them, so that "$5 and $6" stays text.
 */
const pattern =
  /```[^\n`]*\n([\s\S]*?)\n?```|\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\((.+?)\\\)|\$(?![\s$])([^$\n]*?[^$\s\\])\$(?!\d)|`([^`\n]+)`/g

const kinds: readonly Atom['kind'][] = ['code-block', 'display', 'display', 'formula', 'formula', 'code']

const isBlock = (kind: Atom['kind']): boolean => kind === 'display' || kind === 'code-block'

/**
 * The formulas and code of an answer, in order. Everything else of it is shown exactly as it was typed. What stands
 * on lines of its own takes the line breaks around it along.
 */
export function answerAtoms(answer: string): Atom[] {
  let taken = 0
  return [...answer.matchAll(pattern)].map((match) => {
    const group = match.slice(1).findIndex((body) => body !== undefined)
    const kind = kinds[group] ?? 'code'
    let start = match.index
    let end = start + match[0].length
    if (isBlock(kind) && start > taken && answer[start - 1] === '\n') start--
    if (isBlock(kind) && answer[end] === '\n') end++
    taken = end
    return { kind, start, end, body: match[group + 1] ?? '' }
  })
}
