import { prior, suitableDifficulty, update, type Ability } from '../ability/ability'
import { bareKeyPoints } from '../grading/bare'
import type { Language } from '../handbook/language'
import { questionsOf, type Handbook, type KeyPoint, type Question } from '../handbook/question'
import type { AskedQuestion } from './events'
import { outcomeOf } from './outcome'
import { defaultQuestions } from './settings'
import { askedQuestions, exchangesOf, type InterviewState } from './state'

/** Minutes that one question with its follow-ups takes, for the count shown when the budget is time. */
const minutesPerQuestion = 6

/** How many questions the interview is meant to have; an estimate when only minutes were chosen. */
export function plannedQuestions(state: InterviewState): number {
  const { picks, questions, minutes } = state.settings
  if (picks) return picks.length
  if (questions !== undefined) return questions
  return minutes === undefined ? defaultQuestions : Math.max(1, Math.ceil(minutes / minutesPerQuestion))
}

/** Whole minutes until the time budget is spent, never below 0; `undefined` without one. */
export function minutesLeft(state: InterviewState, now: Date): number | undefined {
  const { minutes } = state.settings
  if (minutes === undefined) return undefined
  const end = Date.parse(state.startedAt) + minutes * 60_000
  return Math.max(0, Math.ceil((end - now.getTime()) / 60_000))
}

/** A number in [0, 1) that depends on both arguments alone (mulberry32, Tommy Ettinger 2017). */
export function chance(seed: number, index: number): number {
  let t = (seed + Math.imul(index + 1, 0x6d2b79f5)) | 0
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const abilityIn = (state: InterviewState): Ability =>
  exchangesOf(state).reduce((ability, exchange) => {
    const { score } = outcomeOf(exchange)
    return score === undefined ? ability : update(ability, exchange.question.difficulty, score / 100)
  }, prior)

const least = <T>(items: readonly T[], cost: (item: T, index: number) => number): T[] => {
  const costs = items.map(cost)
  const lowest = Math.min(...costs)
  return items.filter((_, index) => costs[index] === lowest)
}

/** Weight of a key point that a good answer is expected to make. */
const expected = 2

/** The key points of a question: its own, or where it has none, those that its reference answer comes down to. */
function pointsOf({ keyPoints, prompt, answer }: Question, language: Language): readonly KeyPoint[] {
  if (keyPoints.length > 0) return keyPoints
  const points = bareKeyPoints({ prompt: prompt[language], reference: answer[language] })
  // Their weights say how much each counts beside the others; that all are expected, the scale says.
  const scale = expected / Math.min(...points.map(({ weight }) => weight))
  return points.map((point) => ({ ...point, weight: point.weight * scale }))
}

export const snapshot = (question: Question, topic: string, language: Language): AskedQuestion => ({
  id: question.id,
  topic,
  hash: question.hash,
  difficulty: question.difficulty,
  prompt: question.prompt,
  answer: question.answer,
  keyPoints: pointsOf(question, language).map((point) => ({
    ...point,
    cues: point.cues.map((idea) => [...idea]),
  })),
  misconceptions: question.misconceptions.map((m) => ({ ...m, cues: m.cues.map((idea) => [...idea]) })),
  deepDives: [...question.deepDives],
  references: [...question.references],
})

/** The first picked question that was not asked; one that has left the handbook since is passed over. */
function nextPicked(
  { settings: { picks = [], language } }: InterviewState,
  asked: ReadonlySet<string>,
  handbook: Handbook,
) {
  const question = picks
    .filter(({ questionId }) => !asked.has(questionId))
    .map(({ questionId }) => handbook.questions.get(questionId))
    .find((found) => found !== undefined)
  return question && snapshot(question, question.topic, language)
}

/**
 * Picks the next question, if the candidate did not: the chosen topics evenly, none twice, rather one that recent interviews did not ask,
 * and as near as can be to the wanted difficulty, which in adaptive mode follows the answers so far.
 * @returns `undefined` when the chosen topics have no question left
 */
export function planNext(state: InterviewState, handbook: Handbook): AskedQuestion | undefined {
  const asked = askedQuestions(state)
  const askedIds = new Set(asked.map((q) => q.id))
  if (state.settings.picks) return nextPicked(state, askedIds, handbook)
  const open = [...new Set(state.settings.topics)]
    .map((topic) => ({
      topic,
      asked: asked.filter((q) => q.topic === topic).length,
      questions: questionsOf(handbook, topic).filter((q) => !askedIds.has(q.id)),
    }))
    .filter(({ questions }) => questions.length > 0)
  const pick = <T>(items: readonly T[], salt: number): T | undefined =>
    items[Math.floor(chance(state.seed, asked.length * 2 + salt) * items.length)]

  const slot = pick(
    least(open, (entry) => entry.asked),
    0,
  )
  if (!slot) return undefined
  const { difficulty, language } = state.settings
  const wanted = difficulty === 'adaptive' ? suitableDifficulty(abilityIn(state)) : difficulty
  const recent = new Set(state.recent)
  const fresh = least(slot.questions, (q) => (recent.has(q.id) ? 1 : 0))
  const question = pick(
    least(fresh, (q) => Math.abs(q.difficulty - wanted)),
    1,
  )
  return question && snapshot(question, slot.topic, language)
}
