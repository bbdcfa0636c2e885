import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noPack } from '@/app/api/packs/outcome'
import { refuseForeign } from '@/app/api/request'
import { removePack } from '@/lib/conduct/remove-pack'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** Deletes a pack and its index; interviews that were held on it stay. */
export const DELETE = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const { id } = await params
  const removed = await removePack(await wire(), { owner: await guestOf(request), id })
  return removed ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } }) : noPack()
})
