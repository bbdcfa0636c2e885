import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { problem } from '@/app/api/problem'
import { refuseForeign } from '@/app/api/request'
import { regrade } from '@/lib/conduct/regrade'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string; turnId: string }> }

/** Grades an answer that could not be graded when it was given. */
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
    ? problem('already-graded', 'This answer has a grade; only an ungraded one can be graded again here.')
    : problem('grading-failed', 'The grader failed again. The answer is kept; try once more later.')
})
