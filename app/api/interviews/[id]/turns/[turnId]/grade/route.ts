import { owned } from '@/app/api/interviews/owned'
import { problem } from '@/app/api/problem'
import { regrade } from '@/lib/conduct/regrade'
import { wire } from '@/lib/wire'

/** Grades an answer again that has no grade, or only the built-in grader's where a model is set up by now. */
export const POST = owned<{ id: string; turnId: string }>(async ({ id, turnId, owner }) => {
  const outcome = await regrade(await wire(), { id, owner, turnId })
  if (outcome.ok) return Response.json({ turnId, score: outcome.grade.score, grader: outcome.grade.grader })
  if (outcome.reason === 'not-found')
    return problem('not-found', 'There is no such answer, or it belongs to another visitor.')
  return outcome.reason === 'already-graded'
    ? problem(
        'already-graded',
        'This answer has the best grade that can be had here: only an ungraded one can be graded again, or one that a model has not graded and now could.',
      )
    : problem(
        'grading-failed',
        'The grader failed again. The answer and any grade it had are kept; try once more later.',
      )
})
