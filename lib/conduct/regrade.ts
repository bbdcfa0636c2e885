import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import type { Grade, Grader } from '@/lib/domain/grading/grade'
import type { ModelFailure } from '@/lib/domain/grading/model-use'
import { failureOf } from '@/lib/domain/grading/with-fallback'
import { gradingInput } from '@/lib/domain/interview/grading-input'
import { findTurn, type TurnEntry } from '@/lib/domain/interview/state'
import type { CarryOnPorts } from './carry-on'
import { commit, loadOwned } from './commit'
import type { Ports } from './ports'

export type RegradeOutcome =
  | { readonly ok: true; readonly grade: Grade }
  | {
      readonly ok: false
      readonly reason: 'not-found' | 'already-graded' | 'failed'
      readonly failure?: ModelFailure
    }

/** Who can do better than what is there: anybody for an ungraded answer, a model for one that it has not graded. */
function betterGrader(ports: Pick<Ports, 'grade' | 'modelGrade'>, turn: TurnEntry): Grader | undefined {
  if (!turn.grade) return ports.grade
  return turn.grade.use ? undefined : ports.modelGrade
}

/**
 * Grades an answer again that could not be graded when it was given, or that the built-in grader graded and a model now
 * can. It changes no question that was asked since; the earlier grade is kept in the events.
 */
export async function regrade(
  ports: CarryOnPorts & Pick<Ports, 'modelGrade'>,
  { id, owner, turnId }: { readonly id: string; readonly owner: string; readonly turnId: string },
): Promise<RegradeOutcome> {
  const loaded = await loadOwned(ports, { id, owner })
  const turn = loaded && findTurn(loaded.state, turnId)
  if (!loaded || turn?.kind !== 'answer') return { ok: false, reason: 'not-found' }
  const grader = betterGrader(ports, turn)
  if (!grader) return { ok: false, reason: 'already-graded' }
  try {
    const grade = await gradeAnswer(grader, gradingInput(loaded.state, turn))
    const type = turn.grade || turn.failure !== undefined ? 'regrade' : 'recordGrade'
    const committed = await commit(ports, loaded, { type, turnId, grade })
    return committed.ok ? { ok: true, grade } : { ok: false, reason: 'failed' }
  } catch (error) {
    const failure = turn.grade && failureOf(error)
    ports.log.error({ interview: id, turn: turnId, err: error }, 'grading failed again')
    return { ok: false, reason: 'failed', ...(failure && { failure }) }
  }
}
