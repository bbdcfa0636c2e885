import { guestOrNew } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { problem } from '@/app/api/problem'
import { readBody, refuseForeign } from '@/app/api/request'
import { startInterview } from '@/lib/conduct/start-interview'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import { wire } from '@/lib/wire'
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
  if (!outcome.ok) {
    const list = outcome.topics.map((topic) => `"${topic}"`).join(', ')
    const known = [...(await ports.handbook()).topics.keys()].join(', ')
    const message =
      outcome.reason === 'unknown-topic'
        ? `The handbook has no topic ${list}. It has: ${known}.`
        : `The handbook has no questions on ${list} yet. Choose another topic.`
    return problem(outcome.reason, message, [{ field: 'topics', message }])
  }
  return Response.json(viewInterview(outcome.id, outcome.state, ports.now()), {
    status: 201,
    headers: {
      location: `/api/interviews/${outcome.id}`,
      'cache-control': 'no-store',
      ...(guest.setCookie && { 'set-cookie': guest.setCookie }),
    },
  })
})
