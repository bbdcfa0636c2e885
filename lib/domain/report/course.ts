import type { AnswerableKind } from '../interview/events'
import { isAnswerable, type Exchange, type TurnEntry } from '../interview/state'

/** One step in the course of a question: what was asked, how long the reply took, and what came of it. */
export interface CourseStep {
  readonly kind: AnswerableKind
  /** When it was asked, ISO 8601. */
  readonly at: string
  /** From the question to the answer; absent where none was given. */
  readonly seconds?: number
  /** Points, 0 to 100, of the answer by itself; absent while ungraded. */
  readonly score?: number
  /** Key points that this answer was the first to make. */
  readonly gained: number
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))

const madeIn = ({ grade }: TurnEntry): string[] =>
  grade?.verdicts.filter(({ verdict }) => verdict === 'covered').map(({ keyPointId }) => keyPointId) ?? []

/** The course of one question, step by step, as the events have it. */
export function courseOf({ moves, turns }: Exchange): CourseStep[] {
  const made = new Set<string>()
  return moves
    .filter(({ move }) => isAnswerable(move))
    .map(({ move, at }) => {
      const answer = turns.find(({ kind, repliesTo }) => kind === 'answer' && repliesTo === move.moveId)
      const fresh = answer ? madeIn(answer).filter((id) => !made.has(id)) : []
      for (const id of fresh) made.add(id)
      return {
        ...{ kind: move.kind as AnswerableKind, at, gained: move.kind === 'dive' ? 0 : fresh.length },
        ...(answer && { seconds: secondsBetween(at, answer.at) }),
        ...(answer?.grade && { score: answer.grade.score }),
      }
    })
}
