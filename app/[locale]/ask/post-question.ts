import { z } from 'zod/mini'
import type { Language } from '@/lib/domain/handbook/language'
import { modelFailures } from '@/lib/domain/grading/model-use'

const reply = z.object({
  found: z.boolean(),
  answer: z.optional(
    z.object({
      text: z.string(),
      cited: z.array(z.number()),
      use: z.object({ model: z.string() }),
    }),
  ),
  failure: z.optional(z.enum(modelFailures)),
  passages: z.array(
    z.object({ number: z.number(), questionId: z.string(), title: z.string(), passage: z.string() }),
  ),
})

export type Reply = z.infer<typeof reply>

/** Asks the handbook. @returns `undefined` when no usable reply came */
export async function postQuestion(
  question: string,
  language: Language,
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Promise<Reply | undefined> {
  try {
    const response = await send('/api/handbook/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: question.slice(0, 500), language }),
      signal,
    })
    return response.ok ? reply.parse(await response.json()) : undefined
  } catch {
    return undefined
  }
}
