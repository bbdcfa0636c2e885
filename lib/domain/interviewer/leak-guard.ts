import { claimsOf } from '../grading/claims'
import { ideasOf } from '../grading/cues'
import { cueEvidence } from '../grading/evidence'
import type { KeyPoint } from '../handbook/question'

const nothingGiven: ReadonlySet<number> = new Set()

/**
 * Whether words of the interviewer give a key point away: said by a candidate, they would count as making it.
 * The guard is the grader's own reading, so what it lets through earns nothing when it is repeated.
 */
export const leaks = (words: string, point: Pick<KeyPoint, 'cues'>): boolean =>
  point.cues.length > 0 && cueEvidence(ideasOf(point.cues), claimsOf(words), nothingGiven).share === 1
