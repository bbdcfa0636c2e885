import type { AssertedMisconception, Grade, Verdict, VerdictKind } from '../grading/grade'
import { score } from '../grading/score'
import type { Exchange, MoveEntry, TurnEntry } from './state'

const rank: Record<VerdictKind, number> = { missing: 0, contradicted: 0, partial: 1, covered: 2 }

/** A later word counts when it is better than what was said before, or takes it back. */
const supersedes = (later: VerdictKind, earlier: VerdictKind): boolean =>
  later === 'contradicted' || rank[later] > rank[earlier]

export interface PointOutcome extends Verdict {
  /** The answer that the verdict and its quote come from; absent while missing. */
  readonly turnId?: string
  /** First made in reply to a follow-up. */
  readonly recovered: boolean
}

export interface MisconceptionOutcome extends AssertedMisconception {
  readonly turnId: string
  /** Its challenge was answered by something right and not by the same claim again. */
  readonly resolved: boolean
}

/** What one question came to, over all its answers. */
export interface Outcome {
  readonly points: readonly PointOutcome[]
  readonly misconceptions: readonly MisconceptionOutcome[]
  /** 0 to 100; absent when no answer to it has a grade. */
  readonly score?: number
  /** Of the answer the grader was least sure of, 0 to 1. */
  readonly confidence?: number
}

type GradedTurn = TurnEntry & { readonly grade: Grade }

const moveOf = (exchange: Exchange, turn: TurnEntry): MoveEntry | undefined =>
  exchange.moves.find(({ move }) => move.moveId === turn.repliesTo)

/** Graded answers to the question, its probes and challenges; a deep dive lies beyond the rubric. */
const ratedTurns = (exchange: Exchange): GradedTurn[] =>
  exchange.turns.filter(
    (turn): turn is GradedTurn => turn.grade !== undefined && moveOf(exchange, turn)?.move.kind !== 'dive',
  )

function pointOutcome(exchange: Exchange, keyPointId: string, turns: readonly GradedTurn[]): PointOutcome {
  let best: PointOutcome = { keyPointId, verdict: 'missing', confidence: 1, recovered: false }
  for (const turn of turns) {
    const verdict = turn.grade.verdicts.find((v) => v.keyPointId === keyPointId)
    if (!verdict) continue
    if (best.turnId === undefined && verdict.verdict === 'missing')
      best = { ...best, confidence: verdict.confidence }
    else if (supersedes(verdict.verdict, best.verdict))
      best = { ...verdict, turnId: turn.turnId, recovered: moveOf(exchange, turn)?.move.kind !== 'question' }
  }
  return best
}

function misconceptionOutcomes(exchange: Exchange, turns: readonly GradedTurn[]): MisconceptionOutcome[] {
  const asserted = turns.flatMap((turn) =>
    turn.grade.misconceptions.map((m) => ({ ...m, turnId: turn.turnId })),
  )
  const last = new Map(asserted.map((m) => [m.misconceptionId, m]))
  return [...last.values()].map((m) => {
    const at = turns.findIndex((turn) => {
      const move = moveOf(exchange, turn)?.move
      return move?.kind === 'challenge' && move.misconceptionId === m.misconceptionId
    })
    const reply = turns[at]
    const resolved =
      reply !== undefined && reply.turnId !== m.turnId && makesANewPoint(reply, turns.slice(0, at))
    return { ...m, resolved }
  })
}

/** An answer that has something right to say which was not said before; mere silence takes nothing back. */
function makesANewPoint(reply: GradedTurn, earlier: readonly GradedTurn[]): boolean {
  const covers = (turn: GradedTurn, keyPointId: string): boolean =>
    turn.grade.verdicts.some((v) => v.keyPointId === keyPointId && v.verdict === 'covered')
  return reply.grade.verdicts.some(
    ({ keyPointId }) => covers(reply, keyPointId) && !earlier.some((turn) => covers(turn, keyPointId)),
  )
}

/**
 * Adds up what was said about one question: for each key point the best verdict, unless a later answer took it
 * back; misconceptions count against the score until they are taken back.
 */
export function outcomeOf(exchange: Exchange): Outcome {
  const turns = ratedTurns(exchange)
  const points = exchange.question.keyPoints.map(({ id }) => pointOutcome(exchange, id, turns))
  const misconceptions = misconceptionOutcomes(exchange, turns)
  if (turns.length === 0) return { points, misconceptions }
  const standing = misconceptions.filter((m) => !m.resolved)
  return {
    points,
    misconceptions,
    score: score(points, standing, exchange.question.keyPoints),
    confidence: Math.min(...turns.map((turn) => turn.grade.confidence)),
  }
}
