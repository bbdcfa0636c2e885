import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import type { Grade } from '@/lib/domain/grading/grade'
import { gradingInput } from '@/lib/domain/interview/grading-input'
import { findTurn, isUngraded } from '@/lib/domain/interview/state'
import type { CarryOnPorts } from './carry-on'
import { commit, loadOwned } from './commit'

export type RegradeOutcome =
  | { readonly ok: true; readonly grade: Grade }
  | { readonly ok: false; readonly reason: 'not-found' | 'already-graded' | 'failed' }

/** Grades an answer that could not be graded when it was given. It changes no question that was asked since. */
export async function regrade(
  ports: CarryOnPorts,
  { id, owner, turnId }: { readonly id: string; readonly owner: string; readonly turnId: string },
): Promise<RegradeOutcome> {
  const loaded = await loadOwned(ports, { id, owner })
  const turn = loaded && findTurn(loaded.state, turnId)
  if (!loaded || turn?.kind !== 'answer') return { ok: false, reason: 'not-found' }
  if (!isUngraded(turn)) return { ok: false, reason: 'already-graded' }
  try {
    const grade = await gradeAnswer(ports.grade, gradingInput(loaded.state, turn))
    const type = turn.failure === undefined ? 'recordGrade' : 'regrade'
    const committed = await commit(ports, loaded, { type, turnId, grade })
    return committed.ok ? { ok: true, grade } : { ok: false, reason: 'failed' }
  } catch (error) {
    ports.log.error({ interview: id, turn: turnId, err: error }, 'grading failed again')
    return { ok: false, reason: 'failed' }
  }
}
