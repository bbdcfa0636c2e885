import { cardsOf, type Mark, type ReviewCard } from '@/lib/domain/review/card'
import type { ReviewRating } from '@/lib/domain/review/rating'
import type { Ports } from './ports'
import { readAttempts } from './read-attempts'

type ReviewPorts = Pick<Ports, 'store' | 'marks' | 'handbook' | 'now'>

/** A visitor's review cards, the one that is due first first; none for one who is not known yet. */
export async function readCards(ports: ReviewPorts, owner: string | undefined): Promise<ReviewCard[]> {
  if (owner === undefined) return []
  const [handbook, attempts, marks] = await Promise.all([
    ports.handbook(owner),
    readAttempts(ports, owner),
    ports.marks.list(owner),
  ])
  return cardsOf(handbook, attempts, marks)
}

/** What can be decided about a card by hand: out of the queue or back in, due at once, or its last rating. */
export interface CardChange {
  readonly questionId: string
  readonly suspended?: boolean
  readonly wanted?: true
  readonly rating?: ReviewRating
}

/**
 * Changes a card by hand. A rating is that of the latest attempt.
 * @returns `unknown-question` when the handbook has no such question; `not-attempted` when there is nothing to rate
 */
export async function changeCard(
  ports: ReviewPorts,
  owner: string,
  { questionId, suspended, wanted, rating }: CardChange,
): Promise<'changed' | 'unknown-question' | 'not-attempted'> {
  if (!(await ports.handbook(owner)).questions.has(questionId)) return 'unknown-question'
  const attempts = (await readAttempts(ports, owner)).filter((attempt) => attempt.questionId === questionId)
  const last = attempts.sort((a, b) => a.at.localeCompare(b.at)).at(-1)
  if (rating !== undefined && !last) return 'not-attempted'
  await ports.marks.change(owner, questionId, (before): Mark => ({
    ...before,
    ...(suspended !== undefined && { suspended }),
    ...(wanted && { wantedAt: ports.now().toISOString(), suspended: false }),
    ...(rating && last && { ratings: { ...before.ratings, [last.interviewId]: rating } }),
  }))
  return 'changed'
}
