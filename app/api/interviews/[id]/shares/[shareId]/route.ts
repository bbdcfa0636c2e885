import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { problem } from '@/app/api/problem'
import { refuseForeign } from '@/app/api/request'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ shareId: string }> }

/** Takes a link back; whoever opens it from now on finds nothing. */
export const DELETE = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const owner = await guestOf(request)
  const { shareId } = await params
  const removed = owner !== undefined && (await (await wire()).shares.remove(owner, shareId))
  if (!removed) return problem('not-found', 'There is no such link, or it belongs to another visitor.')
  return new Response(null, { status: 204 })
})
