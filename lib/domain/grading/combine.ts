import weights from './calibration.json'
import type { Evidence } from './evidence'
import type { VerdictKind } from './grade'

export type Calibration = typeof weights

/**
 * How likely it is that a key point was made: a logistic model that rises in every feature.
 * @param doubted how far the answer as a whole is to be doubted: what only sounds right then gets less credit
 */
export function probability(evidence: Evidence, doubted: number, calibration: Calibration = weights): number {
  const { bias, ideas, whole, recall, similarity, doubt } = calibration
  const logit =
    bias +
    ideas * evidence.ideas +
    whole * evidence.whole +
    recall * evidence.recall +
    similarity * evidence.similarity -
    doubt * doubted
  return 1 / (1 + Math.exp(-logit))
}

/**
 * The verdict that a probability stands for, and how sure it is: from one half, on the border to another verdict, to
 * one, as far from it as can be; less where the candidate was not sure.
 */
export function decideVerdict(
  evidence: Evidence,
  doubted: number,
  calibration: Calibration = weights,
): { verdict: VerdictKind; confidence: number } {
  const p = probability(evidence, doubted, calibration)
  const { covered, partial } = calibration
  const [room, margin] =
    p >= covered
      ? [1 - covered, p - covered]
      : p >= partial
        ? [(covered - partial) / 2, Math.min(p - partial, covered - p)]
        : [partial, partial - p]
  const confidence = (0.5 + (0.5 * margin) / room) * (evidence.hedged ? 0.7 : 1)
  if (evidence.contradicted) return { verdict: 'contradicted', confidence: 0.6 }
  return { verdict: p >= covered ? 'covered' : p >= partial ? 'partial' : 'missing', confidence }
}
