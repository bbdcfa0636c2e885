import type { Report, ReportAnswer, ReportQuestion } from './report'

const withoutTrace = (answer: ReportAnswer, turnId: string): ReportAnswer => ({
  ...answer,
  turnId,
  provenance: undefined,
})

function sharedQuestion(question: ReportQuestion, withAnswers: boolean): ReportQuestion {
  // Ids of turns are the owner's; a copy only needs to tell its own answers apart.
  const names = new Map(question.answers.map(({ turnId }, index) => [turnId, `answer-${index + 1}`]))
  const nameOf = (turnId: string | undefined): string => names.get(turnId ?? '') ?? ''
  return {
    ...question,
    answers: withAnswers ? question.answers.map((one) => withoutTrace(one, nameOf(one.turnId))) : [],
    keyPoints: question.keyPoints.map((point) => ({
      ...point,
      ...{ turnId: undefined, objection: undefined },
      quote: withAnswers ? point.quote : undefined,
    })),
    misconceptions: question.misconceptions.map((wrong) => ({
      ...wrong,
      ...{ turnId: nameOf(wrong.turnId), objection: undefined },
      quote: withAnswers ? wrong.quote : '',
    })),
  }
}

/**
 * A copy of a report for other eyes: no id of the interview or of its turns, nothing of how its grades were made, and
 * the candidate's own words only where that is wanted.
 */
export function sharedReport(report: Report, withAnswers: boolean): Report {
  const { opening } = report
  return {
    ...report,
    ...{ interviewId: undefined, use: undefined },
    // The opening may quote the candidate.
    opening: withAnswers && opening ? { ...opening, model: undefined } : undefined,
    ...(withAnswers ? {} : { withheld: true }),
    questions: report.questions.map((question) => sharedQuestion(question, withAnswers)),
  }
}
