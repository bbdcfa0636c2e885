import { bareKeyPoints } from './bare'
import type { Grade, Grader, GraderOptions, GradingInput, Judgement } from './grade'
import { score } from './score'
import { verify } from './verify'

/** One verdict for each key point of the rubric, in its order; what the grader did not mention is missing. */
function complete(judgement: Judgement, ids: readonly string[]): Judgement {
  const verdicts = new Map(judgement.verdicts.map((v) => [v.keyPointId, v]))
  return {
    ...judgement,
    verdicts: ids.map(
      (keyPointId) => verdicts.get(keyPointId) ?? { keyPointId, verdict: 'missing', confidence: 0 },
    ),
  }
}

/**
 * Grades an answer: the grader judges, code verifies and computes the score. This is the only way to a grade.
 * @throws what the grader throws; there is then no grade
 */
export async function gradeAnswer(
  grader: Grader,
  input: GradingInput,
  options?: GraderOptions,
): Promise<Grade> {
  const { question, answer } = input
  const keyPoints = question.keyPoints.length > 0 ? question.keyPoints : bareKeyPoints(question)
  const judgement = await grader({ ...input, question: { ...question, keyPoints } }, options)
  const proven = verify(
    complete(
      judgement,
      keyPoints.map(({ id }) => id),
    ),
    answer,
  )
  return { ...proven, score: score(proven.verdicts, proven.misconceptions, keyPoints) }
}
