import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { openInterview } from '@/lib/conduct/open-interview'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** The interview as its owner sees it, carried on where it was cut off. */
export const GET = handle(async (request: Request, { params }: Context) => {
  const { id } = await params
  const ports = await wire()
  const state = await openInterview(ports, { id, owner: await guestOf(request) })
  if (!state) return noInterview()
  return Response.json(viewInterview(id, state, ports.now()), { headers: { 'cache-control': 'no-store' } })
})
