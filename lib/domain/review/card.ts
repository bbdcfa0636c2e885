import { createEmptyCard, fsrs, Rating, type Card, type Grade as FsrsGrade } from 'ts-fsrs'
import { z } from 'zod'
import type { Handbook, Question } from '../handbook/question'
import { groupBy, type Attempt } from '../practice/attempt'
import { ratingOf, ratings, type ReviewRating } from './rating'

/** What a candidate decided about the card of a question; all else follows from the attempts. */
export const mark = z.object({
  questionId: z.string(),
  suspended: z.boolean().default(false),
  /** When it was asked for by hand, ISO 8601: due from then on, attempted or not. */
  wantedAt: z.string().optional(),
  /** Ratings set by hand, by the interview whose attempt they are of. */
  ratings: z.record(z.string(), z.enum(ratings)).default({}),
})
export type Mark = z.infer<typeof mark>

/** The memory of one question. */
export interface ReviewCard {
  readonly question: Question
  /** When it should be asked again. */
  readonly due: Date
  readonly suspended: boolean
  readonly reviews: number
  /** Times it was forgotten after it had been known. */
  readonly lapses: number
  /** Days until the chance to recall it falls to 90 %; absent before the first attempt. */
  readonly stability?: number
  /** The latest attempt and how it is rated. */
  readonly last?: { readonly interviewId: string; readonly score: number; readonly rating: ReviewRating }
}

const grades: Record<ReviewRating, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

/**
 * FSRS-6 with its published weights (Ye, Su and Cao 2022, "A Stochastic Shortest Path Algorithm for Optimizing Spaced
 * Repetition Scheduling", KDD, and its successors as ts-fsrs has them). No fuzz: the same attempts give the same
 * dates. No steps of minutes: an interview question is for another day.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false })

function schedule(attempts: readonly Attempt[], overrides: Mark['ratings']): Card | undefined {
  const [first] = attempts
  if (!first) return undefined
  return attempts.reduce<Card>(
    (card, { at, score, interviewId }) => {
      const rating = overrides[interviewId] ?? ratingOf(score)
      return scheduler.next(card, new Date(at), grades[rating]).card
    },
    createEmptyCard(new Date(first.at)),
  )
}

function cardOf(
  question: Question,
  attempts: readonly Attempt[],
  own: Mark | undefined,
): ReviewCard | undefined {
  const card = schedule(attempts, own?.ratings ?? {})
  const last = attempts.at(-1)
  const wanted = own?.wantedAt !== undefined && (!last || own.wantedAt >= last.at) ? own.wantedAt : undefined
  const due = wanted === undefined ? card?.due : new Date(wanted)
  if (!due) return undefined
  return {
    ...{ question, due, suspended: own?.suspended ?? false },
    ...{ reviews: card?.reps ?? 0, lapses: card?.lapses ?? 0 },
    ...(card && { stability: card.stability }),
    ...(last && {
      last: {
        ...{ interviewId: last.interviewId, score: last.score },
        rating: own?.ratings[last.interviewId] ?? ratingOf(last.score),
      },
    }),
  }
}

/**
 * The cards of a candidate, the one that is due first first. A card goes by its question's id: it survives new words
 * for the question, and is gone with it.
 */
export function cardsOf(
  handbook: Handbook,
  attempts: readonly Attempt[],
  marks: readonly Mark[],
): ReviewCard[] {
  const byQuestion = groupBy(attempts, ({ questionId }) => questionId)
  const byId = new Map(marks.map((own) => [own.questionId, own]))
  return [...new Set([...byQuestion.keys(), ...byId.keys()])]
    .flatMap((id) => {
      const question = handbook.questions.get(id)
      return (question && cardOf(question, byQuestion.get(id) ?? [], byId.get(id))) ?? []
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime())
}

export const isDue = ({ due, suspended }: ReviewCard, now: Date): boolean =>
  !suspended && due.getTime() <= now.getTime()
