import { guestOrNew } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { readBody, refuseForeign } from '@/app/api/request'
import { startInterview } from '@/lib/conduct/start-interview'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import { wire } from '@/lib/wire'
import { notStarted } from './rejections'
import { startRequest } from './schema'

/** Starts an interview; a first request without a cookie gets a guest and its cookie. */
export const POST = handle(async (request: Request) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, startRequest)
  if (!body.ok) return body.response

  const ports = await wire()
  const guest = await guestOrNew(request)
  const outcome = await startInterview(ports, { owner: guest.id, settings: body.value })
  if (!outcome.ok) return notStarted(outcome, await ports.handbook(guest.id))
  return Response.json(viewInterview(outcome.id, outcome.state, ports.now()), {
    status: 201,
    headers: {
      location: `/api/interviews/${outcome.id}`,
      'cache-control': 'no-store',
      ...(guest.setCookie && { 'set-cookie': guest.setCookie }),
    },
  })
})
