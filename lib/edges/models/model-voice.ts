import { isStepCount, streamText, tool } from 'ai'
import { z } from 'zod'
import type { Search, Voice } from '@/lib/conduct/ports'
import type { Brief } from '@/lib/domain/interviewer/brief'
import type { Endpoint, TokenCount } from './endpoint'
import { ModelError } from './model-error'
import { interviewingPrompt, interviewingVersion, searchTool } from './prompts/interviewing'

/** Requests for one utterance, look-ups included. */
const mostSteps = 3
const passagesGiven = 3
const maxRetries = 2
const longestReply = 400

export interface ModelVoiceOptions {
  readonly endpoint: Endpoint
  readonly model: string
  readonly search: Search
}

function toolsFor(search: Search, { language }: Brief) {
  const words = searchTool[language]
  return {
    searchHandbook: tool({
      description: words.description,
      inputSchema: z.object({ query: z.string().describe(words.query) }),
      execute: async ({ query }) =>
        (await search({ text: query, language, k: passagesGiven })).map(({ title, passage }) => ({
          title,
          passage,
        })),
    }),
  }
}

/** One attempt to say it, with or without look-ups. @returns what each request took; of one that was cut short nothing is known */
async function say(
  { endpoint, model, search }: ModelVoiceOptions,
  brief: Brief,
  hear: (piece: string) => boolean,
  abortSignal: AbortSignal,
  withTools: boolean,
): Promise<TokenCount[]> {
  const { firstWords, nextWords } = endpoint.limits
  const calls: TokenCount[] = []
  let heard = false
  const { stream } = streamText({
    ...{
      ...interviewingPrompt(brief),
      model: endpoint.chat(model),
      maxRetries,
      maxOutputTokens: longestReply,
    },
    abortSignal,
    timeout: { firstChunkMs: firstWords, chunkMs: nextWords },
    ...(withTools && { tools: toolsFor(search, brief), stopWhen: isStepCount(mostSteps) }),
    onError: () => undefined,
  })
  for await (const part of stream) {
    switch (part.type) {
      case 'text-delta':
        heard ||= part.text.trim() !== ''
        // To leave the loop cancels the stream, and with it the request.
        if (!hear(part.text)) return [...calls, {}]
        break
      case 'finish-step':
        calls.push(part.usage)
        if (part.finishReason === 'content-filter') throw new ModelError('refused')
        break
      case 'error':
        throw part.error
      case 'abort':
        throw new ModelError('timed-out')
      case 'finish':
        // A stream that is cut has no reason to finish.
        if (!['stop', 'length', 'tool-calls'].includes(part.finishReason)) throw new ModelError('cut-off')
        break
    }
  }
  if (!heard) throw new ModelError('empty-output')
  return calls
}

/** A voice that has a model word the interviewer's moves. */
export function createModelVoice(options: ModelVoiceOptions): Voice {
  const { endpoint, model } = options
  return (brief, hear, stopped) =>
    endpoint.run(
      async (signal) => {
        const calls = await endpoint.withFeature('tools', model, (has) =>
          say(options, brief, hear, signal, has),
        )
        return endpoint.use(model, interviewingVersion, calls)
      },
      { limit: endpoint.limits.speech, stopped },
    )
}
