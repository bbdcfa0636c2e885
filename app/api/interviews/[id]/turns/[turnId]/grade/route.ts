import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { problem } from '@/app/api/problem'
import { refuseForeign } from '@/app/api/request'
import { regrade } from '@/lib/conduct/regrade'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string; turnId: string }> }

/** Grades an answer again that has no grade, or only the built-in grader's where a model is set up by now. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const { id, turnId } = await params
  const owner = await guestOf(request)
  if (owner === undefined) return noInterview()
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
