import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import type { Grade, GradingInput } from '@/lib/domain/grading/grade'
import { failureOf } from '@/lib/domain/grading/with-fallback'
import { gradingInput } from '@/lib/domain/interview/grading-input'
import { settle, type Disputed, type Objection } from '@/lib/domain/interview/objection'
import { chance } from '@/lib/domain/interview/plan'
import {
  askedQuestions,
  findTurn,
  movesOf,
  type InterviewState,
  type TurnEntry,
} from '@/lib/domain/interview/state'
import { commit, loadOwned } from './commit'
import type { Ports } from './ports'

export type ObjectionOutcome =
  | { readonly ok: true; readonly objection: Objection }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-graded' | 'already-objected' | 'failed' }

type ObjectPorts = Pick<Ports, 'store' | 'handbook' | 'now' | 'newSeed' | 'modelGrade' | 'log'>

/** The same input with the rubric in another order, so that a verdict does not hang on its place. */
function shuffled(input: GradingInput, seed: number): GradingInput {
  const mix = <T>(items: readonly T[], salt: number): T[] =>
    items
      .map((item, index) => ({ item, place: chance(seed, index * 2 + salt) }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  const { question } = input
  return {
    ...input,
    question: {
      ...question,
      keyPoints: mix(question.keyPoints, 0),
      misconceptions: mix(question.misconceptions, 1),
    },
  }
}

/**
 * The answer that an objection can be about. A deep dive has no rubric to object to, and of a question that is still
 * open nothing is told.
 */
function disputable(state: InterviewState, turnId: string, about: Disputed): TurnEntry | undefined {
  const turn = findTurn(state, turnId)
  const question = turn && askedQuestions(state)[turn.question - 1]
  const dive = movesOf(state).some(({ move }) => move.moveId === turn?.repliesTo && move.kind === 'dive')
  const open = !state.closed && turn?.question === askedQuestions(state).length
  if (!question || dive || open) return undefined
  const known =
    'keyPointId' in about
      ? question.keyPoints.some(({ id }) => id === about.keyPointId)
      : question.misconceptions.some(({ id }) => id === about.misconceptionId)
  return known ? turn : undefined
}

const same = (a: Disputed, b: Disputed): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Looks again at one verdict that the candidate disagrees with. A model grades the answer blind: another sample, the
 * rubric in another order, nothing of the first grade. Without a model the objection is noted. Both grades are kept.
 */
export async function objectTo(
  ports: ObjectPorts,
  request: { readonly id: string; readonly owner: string; readonly turnId: string; readonly about: Disputed },
): Promise<ObjectionOutcome> {
  const { id, turnId, about } = request
  const loaded = await loadOwned(ports, request)
  const turn = loaded && disputable(loaded.state, turnId, about)
  if (!loaded || !turn) return { ok: false, reason: 'not-found' }
  if (!turn.grade) return { ok: false, reason: 'not-graded' }
  if (turn.objections?.some((objection) => same(objection.about, about)))
    return { ok: false, reason: 'already-objected' }
  const question = askedQuestions(loaded.state)[turn.question - 1]
  if (!question) return { ok: false, reason: 'not-found' }
  let second: Grade | undefined
  try {
    const input = shuffled(gradingInput(loaded.state, turn), ports.newSeed())
    second = ports.modelGrade && (await gradeAnswer(ports.modelGrade, input, { sample: 1 }))
  } catch (error) {
    ports.log.warn({ interview: id, turn: turnId, failure: failureOf(error) }, 'no second look')
    return { ok: false, reason: 'failed' }
  }
  const objection = settle(turn.grade, second, about, question)
  const committed = await commit(ports, loaded, { type: 'object', turnId, objection })
  if (!committed.ok) return { ok: false, reason: 'failed' }
  const verdictIn = (grade: Grade | undefined): string | undefined =>
    'keyPointId' in about
      ? grade?.verdicts.find((v) => v.keyPointId === about.keyPointId)?.verdict
      : undefined
  // Calibration data: what was disputed and what came of it, never what was said.
  ports.log.info(
    {
      ...{ question: question.id, hash: question.hash, about, outcome: objection.outcome },
      ...{ first: verdictIn(objection.first), second: verdictIn(second) },
      ...{ graders: [objection.first.grader, second?.grader], promptVersion: second?.use?.promptVersion },
    },
    'a verdict was objected to',
  )
  return { ok: true, objection }
}
