import type { Asked, GradedQuestion, GradingInput } from '../grading/grade'
import type { AskedQuestion } from './events'
import {
  askedQuestions,
  isAnswerable,
  movesOf,
  type AnswerableMove,
  type InterviewState,
  type TurnEntry,
} from './state'

const targetOf = (move: AnswerableMove): string | undefined => {
  if (move.kind === 'probe') return move.keyPointId
  return move.kind === 'challenge' ? move.misconceptionId : undefined
}

/** A deep dive is measured against what its author expects, everything else against the question's rubric. */
function measure(question: AskedQuestion, move: AnswerableMove, language: 'zh' | 'en'): GradedQuestion {
  const dive = move.kind === 'dive' ? question.deepDives[move.dive] : undefined
  if (dive)
    return {
      prompt: dive.prompt[language],
      reference: dive.expects[language],
      keyPoints: [],
      misconceptions: [],
    }
  return {
    prompt: question.prompt[language],
    reference: question.answer[language],
    keyPoints: question.keyPoints,
    misconceptions: question.misconceptions,
  }
}

/**
 * Everything a grader needs to weigh one answer, taken from the events alone.
 * @throws when the turn replies to nothing, which a whole log rules out
 */
export function gradingInput(state: InterviewState, turn: TurnEntry): GradingInput {
  const entry = movesOf(state).find(({ move }) => move.moveId === turn.repliesTo)
  const question = askedQuestions(state)[turn.question - 1]
  if (!entry || !question || !isAnswerable(entry.move))
    throw new Error(`Turn ${turn.turnId} replies to no question: its event log is damaged`)
  const { language } = state.settings
  const targetId = targetOf(entry.move)
  const asked: Asked = {
    kind: entry.move.kind,
    text: entry.spoken ?? question.prompt[language],
    ...(targetId !== undefined && { targetId }),
  }
  return { question: measure(question, entry.move, language), answer: turn.text, asked, language }
}
