import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview, refusal } from '@/app/api/interviews/rejections'
import { maxAnswerLength, turnRequest } from '@/app/api/interviews/schema'
import { turnStream } from '@/app/api/interviews/turn-stream'
import { problem } from '@/app/api/problem'
import { readBody, refuseForeign } from '@/app/api/request'
import { takeTurn } from '@/lib/conduct/take-turn'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** Takes a turn: saved before the first byte of the answer is sent, then graded and answered as a stream. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, turnRequest)
  if (!body.ok) return body.response
  const turn = body.value
  const length = [...turn.text].length
  if (length > maxAnswerLength) {
    const message = `has ${length} characters; ${maxAnswerLength} are the most. Nothing was saved.`
    return problem('too-large', `text: ${message}`, [{ field: 'text', message }])
  }

  const { id } = await params
  const owner = await guestOf(request)
  if (owner === undefined) return noInterview()
  const ports = await wire()
  const outcome = await takeTurn(ports, { id, owner, turn })
  return outcome.ok ? turnStream(ports, turn.turnId, outcome.turn) : refusal(outcome.rejection)
})
