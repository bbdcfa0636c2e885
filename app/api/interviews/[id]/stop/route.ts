import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { refuseForeign } from '@/app/api/request'
import { stopTurn } from '@/lib/conduct/stop-turn'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** Stops what the model is doing for the interview; the turn ends with the built-in grade and words. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const { id } = await params
  const owner = await guestOf(request)
  const stopped = owner === undefined ? undefined : await stopTurn(await wire(), { id, owner })
  if (stopped === undefined) return noInterview()
  return Response.json({ stopped }, { headers: { 'cache-control': 'no-store' } })
})
