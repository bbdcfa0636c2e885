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

/** The formulas and code of an answer, in order. Everything else of it is shown exactly as it was typed. */
export function answerAtoms(answer: string): Atom[] {
  return [...answer.matchAll(pattern)].map((match) => {
    const group = match.slice(1).findIndex((body) => body !== undefined)
    return {
      kind: kinds[group] ?? 'code',
      start: match.index,
      end: match.index + match[0].length,
      body: match[group + 1] ?? '',
    }
  })
}
