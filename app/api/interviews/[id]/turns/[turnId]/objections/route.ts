import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { problem } from '@/app/api/problem'
import { readBody, refuseForeign } from '@/app/api/request'
import { objectTo } from '@/lib/conduct/object-to'
import { disputed } from '@/lib/domain/interview/objection'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string; turnId: string }> }

const refusals = {
  'not-found': ['not-found', 'There is no such answer or verdict, or it belongs to another visitor.'],
  'not-graded': ['not-graded', 'This answer has no grade yet, so there is no verdict to object to.'],
  'already-objected': [
    'already-objected',
    'This verdict has been looked at again already; both results are in the report.',
  ],
  failed: ['grading-failed', 'The second look failed. The first grade stands; try once more later.'],
} as const

/** Has one verdict looked at again, blind, because the candidate disagrees with it. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, disputed)
  if (!body.ok) return body.response
  const { id, turnId } = await params
  const owner = await guestOf(request)
  if (owner === undefined) return noInterview()
  const outcome = await objectTo(await wire(), { id, owner, turnId, about: body.value })
  if (!outcome.ok) {
    const [kind, detail] = refusals[outcome.reason]
    return problem(kind, detail)
  }
  const { first, second, grade } = outcome.objection
  return Response.json(
    { outcome: outcome.objection.outcome, first: first.score, second: second?.score, score: grade.score },
    { headers: { 'cache-control': 'no-store' } },
  )
})
