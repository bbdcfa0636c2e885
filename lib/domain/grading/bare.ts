import type { KeyPoint } from '../handbook/question'
import { sentences } from '../text/segment'
import type { GradedQuestion } from './grade'
import { terms } from './terms'

const mostPoints = 12

/** The sentences of a reference as key points of equal weight, for a question that has no rubric. */
export function bareKeyPoints({ reference }: GradedQuestion): KeyPoint[] {
  const whole = sentences(reference)
    .map(({ start, end }) => reference.slice(start, end))
    .filter((sentence) => terms(sentence).size > 1)
  const claims = whole.length > 0 ? whole : [reference]
  return claims.slice(0, mostPoints).map((claim, index) => ({
    id: `reference-${index + 1}`,
    weight: 1,
    claim: { zh: claim, en: claim },
    cues: [],
    probe: { zh: '', en: '' },
  }))
}
