import { ideasOf } from '../grading/cues'
import type { KeyPoint } from '../handbook/question'
import { normalise } from '../text/formula'

/**
 * Whether words of the interviewer give a key point away: every idea of its cue stands somewhere in them, asserted,
 * denied or asked. It is stricter than the grader, which wants the ideas asserted close together.
 */
export function leaks(words: string, point: Pick<KeyPoint, 'cues'>): boolean {
  const text = normalise(words)
  return point.cues.length > 0 && ideasOf(point.cues).every((idea) => idea(text).length > 0)
}

/** The words, or the substitute where they give the key point away. */
export const guarded = (words: string, point: Pick<KeyPoint, 'cues'>, substitute: string): string =>
  leaks(words, point) ? substitute : words
