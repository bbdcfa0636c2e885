import { bandOf } from '../grading/band'
import type { Language } from '../handbook/language'
import { topicTitle } from '../handbook/pack/pack'
import type { Handbook } from '../handbook/question'
import { totalUse } from '../grading/model-use'
import { outcomeOf, type Outcome } from '../interview/outcome'
import {
  exchangesOf,
  isUngraded,
  movesOf,
  turnsOf,
  type Exchange,
  type InterviewState,
} from '../interview/state'
import { courseOf } from './course'
import { standingOpening } from './opening'
import { meanScore } from './overall-score'
import type { Report, ReportQuestion } from './report'
import { answerOf } from './report-answer'
import { pointsOf, wrongClaimsOf } from './report-points'
import { studyNext } from './study-next'

function deepDiveOf(exchange: Exchange, language: Language): ReportQuestion['deepDive'] {
  const entry = exchange.moves.find(({ move }) => move.kind === 'dive')
  const dive = entry?.move.kind === 'dive' ? exchange.question.deepDives[entry.move.dive] : undefined
  if (!entry || !dive) return undefined
  const score = exchange.turns.find((turn) => turn.repliesTo === entry.move.moveId && turn.grade)?.grade
    ?.score
  return {
    prompt: dive.prompt[language],
    expects: dive.expects[language],
    ...(score !== undefined && { score }),
  }
}

/** A question without what would give its answer away while it is still under discussion. */
const shut = (question: ReportQuestion): ReportQuestion => ({
  ...question,
  answers: question.answers.map((answer) => ({ ...answer, verdicts: [], insights: [] })),
  course: question.course.map((step) => ({ ...step, gained: 0, score: undefined })),
  ...{ keyPoints: [], misconceptions: [], reference: '', references: [] },
})

function questionOf(exchange: Exchange, outcome: Outcome, language: Language, open: boolean): ReportQuestion {
  const { question, turns, moves } = exchange
  const answered = turns.filter((turn) => turn.kind === 'answer')
  const { score, confidence } = outcome
  const graders = new Set(turns.flatMap((turn) => turn.grade?.grader ?? []))
  const deepDive = deepDiveOf(exchange, language)
  const whole: ReportQuestion = {
    questionId: question.id,
    topic: question.topic,
    difficulty: question.difficulty,
    prompt: question.prompt[language],
    ...(score !== undefined && { score, band: bandOf(score) }),
    ...(confidence !== undefined && { confidence }),
    ...(graders.size > 0 && { grader: [...graders].join(', ') }),
    graded: answered.length > 0 && !answered.some(isUngraded),
    skipped: turns.some((turn) => turn.kind === 'skip'),
    hinted: moves.some(({ move }) => move.kind === 'hint' && move.keyPointId !== undefined),
    open,
    course: courseOf(exchange),
    answers: turns.flatMap((turn) => answerOf(exchange, turn)),
    keyPoints: pointsOf(exchange, outcome, language),
    misconceptions: wrongClaimsOf(exchange, outcome, language),
    reference: question.answer[language],
    references: question.references,
    ...(deepDive && !open && { deepDive }),
  }
  return open ? shut(whole) : whole
}

function topicsOf(
  exchanges: readonly Exchange[],
  outcomes: readonly Outcome[],
  handbook: Handbook,
): Report['topics'] {
  const ids = [...new Set(exchanges.map(({ question }) => question.topic))]
  return ids.map((id) => {
    const own = outcomes.filter((_, index) => exchanges[index]?.question.topic === id)
    const score = meanScore(own)?.score
    const title = topicTitle(handbook, id)
    return { id, title, ...(score !== undefined && { score }), questions: own.length }
  })
}

/** What grading, speaking and wording the opening took of a model, over grades that were replaced and second looks, too. */
function modelUseOf(state: InterviewState): Pick<Report, 'use'> {
  const grades = turnsOf(state).flatMap(({ grade, earlier = [], objections = [] }) => [
    ...earlier,
    ...objections.flatMap(({ second }) => second ?? []),
    ...(grade ? [grade] : []),
  ])
  const { openings = [] } = state
  const uses = [...grades, ...movesOf(state), ...openings].flatMap(({ use }) => use ?? [])
  return uses.length > 0 ? { use: totalUse(uses) } : {}
}

/** What an interview adds up to, at any moment of it: a pure function of its events, and topic titles. */
export function assembleReport(interviewId: string, state: InterviewState, handbook: Handbook): Report {
  const { language, mode } = state.settings
  const exchanges = exchangesOf(state)
  const outcomes = exchanges.map(outcomeOf)
  const questions = exchanges.map((exchange, index) => {
    const open = !state.closed && index === exchanges.length - 1
    return questionOf(exchange, outcomes[index] ?? outcomeOf(exchange), language, open)
  })
  const overall = meanScore(outcomes)
  const answers = questions.flatMap((question) => question.answers)
  const report: Report = {
    interviewId,
    complete: state.closed !== undefined && answers.every((answer) => answer.graded),
    status: state.closed ? 'closed' : 'active',
    ...{ mode, language },
    startedAt: state.startedAt,
    ...(state.closed && { closedAt: state.closed.at }),
    ...(overall && { ...overall, band: bandOf(overall.score) }),
    ...modelUseOf(state),
    topics: topicsOf(exchanges, outcomes, handbook),
    questions,
    studyNext: studyNext(questions),
  }
  const opening = standingOpening(report, state.openings)
  if (!opening) return report
  const { summary, points, use } = opening
  return { ...report, opening: { summary, points, model: use.model } }
}
