import { groupBy, type Attempt } from '../practice/attempt'
import type { Report } from './report'

/** A question that was answered before this interview. */
export interface QuestionChange {
  readonly questionId: string
  readonly before: number
  readonly now: number
}

/** A topic that was asked about before this interview; means over the questions of each time. */
export interface TopicChange {
  readonly topic: string
  readonly before: number
  readonly now: number
  /** How many earlier attempts the mean is of. */
  readonly attempts: number
}

export interface Comparison {
  readonly questions: readonly QuestionChange[]
  readonly topics: readonly TopicChange[]
}

const mean = (scores: readonly number[]): number =>
  Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)

/** What changed since earlier attempts: on the same questions, and by topic. Only what was graded both times counts. */
export function compare(
  {
    interviewId,
    startedAt,
    questions,
    topics,
  }: Pick<Report, 'interviewId' | 'startedAt' | 'questions' | 'topics'>,
  attempts: readonly Attempt[],
): Comparison {
  const earlier = attempts.filter((attempt) => attempt.interviewId !== interviewId && attempt.at < startedAt)
  const byQuestion = groupBy(earlier, ({ questionId }) => questionId)
  const byTopic = groupBy(earlier, ({ topic }) => topic)
  return {
    questions: questions.flatMap(({ questionId, score }) => {
      const before = byQuestion.get(questionId)?.at(-1)?.score
      return before === undefined || score === undefined ? [] : [{ questionId, before, now: score }]
    }),
    topics: topics.flatMap(({ id, score }) => {
      const own = byTopic.get(id) ?? []
      if (own.length === 0 || score === undefined) return []
      return [
        { topic: id, before: mean(own.map((attempt) => attempt.score)), now: score, attempts: own.length },
      ]
    }),
  }
}

/** First and best score at a question over all attempts; `undefined` where it was graded once only. */
export function firstAndBest(
  questionId: string,
  attempts: readonly Attempt[],
): { readonly first: number; readonly best: number } | undefined {
  const own = groupBy(attempts, (attempt) => attempt.questionId).get(questionId) ?? []
  const [first] = own
  return first && own.length > 1
    ? { first: first.score, best: Math.max(...own.map(({ score }) => score)) }
    : undefined
}
