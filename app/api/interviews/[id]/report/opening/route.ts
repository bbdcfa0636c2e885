import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { problem } from '@/app/api/problem'
import { refuseForeign } from '@/app/api/request'
import { writeOpening } from '@/lib/conduct/write-opening'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** Has the model word the opening of a report, once. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const { id } = await params
  const owner = await guestOf(request)
  if (owner === undefined) return noInterview()
  const outcome = await writeOpening(await wire(), { id, owner })
  if (outcome.ok)
    return Response.json({ written: outcome.written }, { headers: { 'cache-control': 'no-store' } })
  switch (outcome.reason) {
    case 'not-found':
      return noInterview()
    case 'not-closed':
      return problem('interview-running', 'The opening is worded when the interview has ended.')
    case 'no-model':
      return problem('no-model', 'No model is set up here; the report opens with composed words.')
    case 'failed':
      return problem(
        'wording-failed',
        `The model did not word the opening (${outcome.failure}); the composed words stand. Reload the report to try again.`,
      )
  }
})
