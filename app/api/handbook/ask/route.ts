import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { readBody, refuseForeign } from '@/app/api/request'
import { askHandbook } from '@/lib/conduct/ask-handbook'
import { languages } from '@/lib/domain/handbook/language'
import { wire } from '@/lib/wire'

const askRequest = z.strictObject({
  question: z
    .string('ask something')
    .trim()
    .min(1, 'ask something')
    .max(500, 'may have 500 characters at the most'),
  language: z.enum(languages, 'must be zh or en'),
})

/** Answers a question from the handbook, with citations; nothing of it is kept. */
export const POST = handle(async (request: Request) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, askRequest)
  if (!body.ok) return body.response
  const { passages, ...said } = await askHandbook(await wire(), body.value, request.signal)
  const shown = passages.map(({ questionId, topic, title, passage, fit }, index) => ({
    ...{ number: index + 1, questionId, topic, title, passage, fit },
  }))
  return Response.json({ ...said, passages: shown }, { headers: { 'cache-control': 'no-store' } })
})
