import { questionsOf, type Handbook, type Question } from '../handbook/question'
import { groupBy, type Attempt } from './attempt'

/** Score from which the latest attempt says that a question is known, points of 100. */
const knownFrom = 75

export const levels = ['unseen', 'weak', 'known'] as const
export type Level = (typeof levels)[number]

/** How well a candidate knows a question. */
export interface Mastery {
  readonly question: Question
  readonly level: Level
  readonly attempts: number
  /** 0 to 100; absent before the first attempt. */
  readonly best?: number
  readonly latest?: number
  /** When it was last answered, ISO 8601. */
  readonly at?: string
}

function masteryOf(question: Question, attempts: readonly Attempt[]): Mastery {
  const last = attempts.at(-1)
  if (!last) return { question, level: 'unseen', attempts: 0 }
  return {
    ...{ question, attempts: attempts.length, latest: last.score, at: last.at },
    level: last.score >= knownFrom ? 'known' : 'weak',
    best: Math.max(...attempts.map(({ score }) => score)),
  }
}

/** Mastery of questions, in their order. */
export function masteries(questions: readonly Question[], attempts: readonly Attempt[]): Mastery[] {
  const byQuestion = groupBy(attempts, ({ questionId }) => questionId)
  return questions.map((question) => masteryOf(question, byQuestion.get(question.id) ?? []))
}

export interface TopicMastery {
  readonly topic: string
  readonly questions: number
  readonly seen: number
  readonly known: number
}

/** How much of each topic a candidate has seen, and knows. */
export const topicMasteries = (handbook: Handbook, attempts: readonly Attempt[]): TopicMastery[] =>
  [...handbook.topics.keys()].map((topic) => {
    const all = masteries(questionsOf(handbook, topic), attempts)
    return {
      ...{ topic, questions: all.length },
      seen: all.filter(({ level }) => level !== 'unseen').length,
      known: all.filter(({ level }) => level === 'known').length,
    }
  })
