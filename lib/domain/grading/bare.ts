import type { KeyPoint } from '../handbook/question'
import type { GradedQuestion } from './grade'
import { terms } from './terms'

/** Where one thing that a reference says ends and the next begins: references without a rubric are often lists. */
const separator = /[,，、;；。:：\n()（）•]+|\.(?=\s|$)|\s+(?:and|or)\s+|以及/

/** Words that a piece may weigh for at the most: a long one is still one thing to say. */
const heaviest = 3

/** The pieces of a reference as key points, each weighing by its own words, for a question that has no rubric. */
export function bareKeyPoints({ prompt, reference }: GradedQuestion): KeyPoint[] {
  const asked = terms(prompt)
  const own = (piece: string): number => [...terms(piece)].filter((word) => !asked.has(word)).length
  const pieces = reference
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => own(piece) > 0)
  return (pieces.length > 0 ? pieces : [reference]).map((claim, index) => ({
    id: `reference-${index + 1}`,
    weight: Math.min(heaviest, Math.max(1, own(claim))),
    claim: { zh: claim, en: claim },
    cues: [],
    probe: { zh: '', en: '' },
  }))
}
