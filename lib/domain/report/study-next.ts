import type { Report, ReportQuestion } from './report'

type Advice = Report['studyNext'][number]

/** How many questions a report sends back to the books at the most: a list that can be acted on. */
const mostAdvice = 5

/** Weight lost on a question: what studying it again can win, a standing wrong claim counting as a must. */
function lostWeight(question: ReportQuestion): number {
  const open = question.keyPoints.filter((point) => point.verdict !== 'covered')
  const wrong = question.misconceptions.filter((m) => !m.resolved)
  return (
    open.reduce((sum, point) => sum + point.weight * (point.verdict === 'partial' ? 0.5 : 1), 0) +
    3 * wrong.length
  )
}

function adviceOn(question: ReportQuestion): Advice | undefined {
  const { questionId, prompt } = question
  const wrong = question.misconceptions.filter((m) => !m.resolved)
  if (wrong.length > 0)
    return { questionId, prompt, reason: 'misconception', points: wrong.map((m) => m.correction) }
  const open = question.keyPoints.filter((point) => point.verdict !== 'covered' && point.weight >= 2)
  const points = open.map((point) => point.claim)
  if (question.skipped && question.answers.length === 0)
    return { questionId, prompt, reason: 'skipped', points }
  return question.graded && points.length > 0 ? { questionId, prompt, reason: 'missing', points } : undefined
}

/** What to study, the most valuable first. A question that was never answered nor skipped is no weakness. */
export const studyNext = (questions: readonly ReportQuestion[]): Advice[] =>
  questions
    .filter(({ open }) => !open)
    .sort((a, b) => lostWeight(b) - lostWeight(a))
    .flatMap((question) => adviceOn(question) ?? [])
    .slice(0, mostAdvice)
