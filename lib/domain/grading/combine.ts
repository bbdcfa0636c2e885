import weights from './calibration.json'
import type { Evidence } from './evidence'
import type { VerdictKind } from './grade'

export type Calibration = typeof weights

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit))
const logitOf = (p: number): number => Math.log(p / (1 - p))

function logit(evidence: Evidence, doubted: number, calibration: Calibration): number {
  const { bias, ideas, whole, recall, similarity, doubt } = calibration
  return (
    bias +
    ideas * evidence.ideas +
    whole * evidence.whole +
    recall * evidence.recall +
    similarity * evidence.similarity -
    doubt * doubted
  )
}

/**
 * How likely it is that a key point was made: a logistic model that rises in every feature.
 * @param doubted how far the answer as a whole is to be doubted: what only sounds right then gets less credit
 */
export const probability = (
  evidence: Evidence,
  doubted: number,
  calibration: Calibration = weights,
): number => logistic(logit(evidence, doubted, calibration))

/**
 * The verdict that the evidence stands for, and how sure it is: one half on the border to another verdict, near one as
 * far from it as can be, measured in log-odds as the model counts; less where the candidate was not sure.
 */
export function decideVerdict(
  evidence: Evidence,
  doubted: number,
  calibration: Calibration = weights,
): { verdict: VerdictKind; confidence: number } {
  const odds = logit(evidence, doubted, calibration)
  const [covered, partial] = [logitOf(calibration.covered), logitOf(calibration.partial)]
  const margin = Math.min(Math.abs(odds - covered), Math.abs(odds - partial))
  if (evidence.contradicted) return { verdict: 'contradicted', confidence: 0.6 }
  return {
    verdict: odds >= covered ? 'covered' : odds >= partial ? 'partial' : 'missing',
    confidence: logistic(margin) * (evidence.hedged ? 0.7 : 1),
  }
}
