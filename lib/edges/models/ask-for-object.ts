import { generateText, NoObjectGeneratedError, Output, type ModelMessage } from 'ai'
import type { z } from 'zod'
import type { Endpoint, TokenCount } from './endpoint'
import { ModelError } from './model-error'

/** Retries of a request that failed before it was answered; what the endpoint says of when is heeded. */
const maxRetries = 2

export interface Reply extends TokenCount {
  readonly text: string
}

export interface Call {
  readonly instructions: string
  readonly temperature: number
  readonly abortSignal: AbortSignal
}

/** One request for a JSON object, by schema where the server knows that; a reply that does not fit it is a reply too. */
export function askForObject(
  { endpoint, model }: { readonly endpoint: Endpoint; readonly model: string },
  { name, schema }: { readonly name: string; readonly schema: z.ZodType },
  call: Call,
  messages: ModelMessage[],
): Promise<Reply> {
  return endpoint.withFeature('schema', model, async (has) => {
    try {
      const { text, usage, finishReason } = await generateText({
        ...{ ...call, model: endpoint.chat(model), messages, maxRetries },
        ...(has && { output: Output.object({ schema, name }) }),
      })
      if (finishReason === 'content-filter') throw new ModelError('refused')
      return { text, ...usage }
    } catch (error) {
      if (!NoObjectGeneratedError.isInstance(error)) throw error
      if (error.finishReason === 'content-filter') throw new ModelError('refused')
      return { text: error.text ?? '', ...error.usage }
    }
  })
}
