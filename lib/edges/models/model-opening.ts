import { z } from 'zod'
import type { WordOpening } from '@/lib/conduct/ports'
import { askForObject } from './ask-for-object'
import type { Endpoint } from './endpoint'
import { firstObject } from './first-object'
import { ModelError } from './model-error'
import { openingPrompt, openingVersion } from './prompts/opening'

const draftSchema = z.object({
  summary: z.string(),
  points: z.array(z.object({ number: z.int(), text: z.string() })),
})

function readDraft(text: string): z.infer<typeof draftSchema> {
  if (text.trim() === '') throw new ModelError('empty-output')
  try {
    return draftSchema.parse(firstObject(text))
  } catch {
    throw new ModelError('invalid-output')
  }
}

/** Has a model word the opening of a report. What it says is verified by whoever asked. */
export const createModelOpening =
  (options: { readonly endpoint: Endpoint; readonly model: string }): WordOpening =>
  (facts) => {
    const { endpoint, model } = options
    const { instructions, prompt } = openingPrompt(facts)
    return endpoint.run(
      async (abortSignal) => {
        const call = { instructions, abortSignal, temperature: 0 }
        const schema = { name: 'opening', schema: draftSchema }
        const reply = await askForObject(options, schema, call, [{ role: 'user', content: prompt }])
        return { draft: readDraft(reply.text), use: endpoint.use(model, openingVersion, [reply]) }
      },
      { limit: endpoint.limits.speech },
    )
  }
