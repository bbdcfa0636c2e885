import { generateText } from 'ai'
import type { WriteAnswer } from '@/lib/conduct/ports'
import type { Endpoint } from './endpoint'
import { ModelError } from './model-error'
import { answeringPrompt, answeringVersion, noAnswer } from './prompts/answering'

const maxRetries = 2
const longestReply = 700

/** Has a model answer from passages. What it cites is verified by whoever asked. */
export const createModelAnswer =
  ({ endpoint, model }: { readonly endpoint: Endpoint; readonly model: string }): WriteAnswer =>
  (request, stopped) =>
    endpoint.run(
      async (abortSignal) => {
        const { text, usage, finishReason } = await generateText({
          ...answeringPrompt(request),
          ...{ model: endpoint.chat(model), maxRetries, maxOutputTokens: longestReply, temperature: 0 },
          abortSignal,
        })
        if (finishReason === 'content-filter') throw new ModelError('refused')
        if (text.trim() === '') throw new ModelError('empty-output')
        const use = endpoint.use(model, answeringVersion, [usage])
        return text.includes(noAnswer) ? { use } : { text: text.trim(), use }
      },
      { limit: endpoint.limits.speech, stopped },
    )
