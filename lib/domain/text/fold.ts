/** A text made comparable, with the way back to the original. */
export interface Folded {
  readonly text: string
  /** For each UTF-16 unit of `text`, the offset in the original of the character that it came from. */
  readonly starts: readonly number[]
  /** Likewise, the offset just past that character. */
  readonly ends: readonly number[]
}

/** Invisible characters that may stand inside words: soft hyphen, zero-width ones, byte order mark. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/

/**
 * Folds width, case and compatibility forms (NFKC) and collapses white space to one space, remembering where each
 * character came from, so that what is found in the folded text can be quoted verbatim.
 */
export function fold(original: string): Folded {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of original) {
    const start = offset
    offset += character.length
    if (invisible.test(character)) continue
    // Spacing accents fold to a space and a combining mark, and the space is none that was typed.
    const folded = /\s/.test(character) ? ' ' : character.normalize('NFKC').toLowerCase().trim()
    if (folded === ' ' && (text === '' || text.endsWith(' '))) continue
    text += folded
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start)
      ends.push(offset)
    }
  }
  return { text, starts, ends }
}

/** The same folding without the way back, for texts that are only compared. */
export const foldText = (original: string): string =>
  original
    .replace(new RegExp(invisible, 'g'), '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^ /, '')

/** The stretch of the original that a stretch of the folded text came from. */
export function unfold(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start] ?? 0, end: folded.ends[Math.max(start, end - 1)] ?? 0 }
}
