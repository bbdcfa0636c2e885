import { createOpenAI } from '@ai-sdk/openai'
import { extractReasoningMiddleware, wrapLanguageModel, type EmbeddingModel, type LanguageModel } from 'ai'
import { circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import { costOf, type Prices } from './prices'
import { isUnsupported, ModelError, toModelError } from './model-error'
import type { ModelUse } from '@/lib/domain/grading/model-use'

/** How long a model may take, milliseconds. The longest turn, a grade and then words, stays under 90 seconds. */
export interface Limits {
  /** A whole grade, retries and repair included. */
  readonly grade: number
  /** The whole of one utterance, retries and look-ups included. */
  readonly speech: number
  /** Until the first words. */
  readonly firstWords: number
  /** From words to words. */
  readonly nextWords: number
  /** One batch of embeddings, retries included. */
  readonly embedding: number
}

export const limits: Limits = {
  grade: 50_000,
  speech: 30_000,
  firstWords: 20_000,
  nextWords: 10_000,
  embedding: 60_000,
}

/** Failures in a row after which an endpoint is left alone, and for how many milliseconds. */
const failuresInARow = 5
const pause = 30_000

export interface EndpointSettings {
  /** Of the OpenAI API itself when left out. */
  readonly baseUrl?: string
  /** Local servers want none. */
  readonly apiKey?: string
  readonly prices: Prices
  readonly limits?: Partial<Limits>
}

/** Features of the API that not every compatible server has. */
export type Feature = 'schema' | 'tools'

/** One OpenAI-compatible server. */
export interface Endpoint {
  chat(model: string): LanguageModel
  embedding(model: string): EmbeddingModel
  readonly limits: Limits
  /**
   * Does some work on the model and ends within `limit` milliseconds whatever the server does. After five failures in a
   * row it throws at once for half a minute.
   * @param stopped aborted by the candidate; that is no failure of the endpoint
   * @throws ModelError and nothing else
   */
  run<T>(
    work: (signal: AbortSignal) => Promise<T>,
    options: { readonly limit: number; readonly stopped?: AbortSignal | undefined },
  ): Promise<T>
  /** Does the work with a feature, and without it from the first time on that the server does not know it. */
  withFeature<T>(feature: Feature, model: string, work: (has: boolean) => Promise<T>): Promise<T>
  /** Adds up the token counts of answered calls. */
  use(model: string, promptVersion: string, calls: readonly TokenCount[]): ModelUse
}

export interface TokenCount {
  readonly inputTokens?: number | undefined
  readonly outputTokens?: number | undefined
}

/**
 * Does work that is aborted after a while, or when stopped, and waits no longer than that even if it does not heed the
 * signal. `AbortSignal.any` will not do: on Node 20 a time-out that nothing else holds may be collected before it fires.
 */
async function within<T>(
  limit: number,
  stopped: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const abort = (): void => controller.abort(new ModelError('timed-out'))
  const timer = setTimeout(abort, limit)
  stopped?.addEventListener('abort', abort)
  if (stopped?.aborted) abort()
  try {
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
    signal.throwIfAborted()
    return await Promise.race([work(signal), ended])
  } finally {
    clearTimeout(timer)
    // Whoever has heard enough leaves a request running: it ends here.
    abort()
    stopped?.removeEventListener('abort', abort)
  }
}

/** Opens nothing yet: the first call connects. */
export function openEndpoint({ baseUrl, apiKey, prices, limits: own }: EndpointSettings): Endpoint {
  // Warnings on unsupported settings go to the console, past the log and its rules.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })
  const openai = createOpenAI({ apiKey: apiKey ?? 'none', ...(baseUrl && { baseURL: baseUrl }) })
  const breaker = circuitBreaker(
    handleWhen((error) => !(error instanceof ModelError && error.failure === 'stopped')),
    { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failuresInARow) },
  )
  const lacking = new Set<string>()

  return {
    // Local reasoning models think aloud in their text.
    chat: (model) =>
      wrapLanguageModel({
        model: openai.chat(model),
        middleware: extractReasoningMiddleware({ tagName: 'think' }),
      }),
    embedding: (model) => openai.embedding(model),
    limits: { ...limits, ...own },
    async run(work, { limit, stopped }) {
      const told = (error: unknown): never => {
        throw toModelError(error, stopped)
      }
      return breaker.execute(() => within(limit, stopped, work).catch(told)).catch(told)
    },
    async withFeature(feature, model, work) {
      const key = `${feature} ${model}`
      if (lacking.has(key)) return work(false)
      try {
        return await work(true)
      } catch (error) {
        if (!isUnsupported(error)) throw error
        const result = await work(false)
        lacking.add(key)
        return result
      }
    },
    use(model, promptVersion, calls) {
      const sum = (of: (call: TokenCount) => number | undefined): number =>
        calls.reduce((total, call) => total + (of(call) ?? 0), 0)
      const tokens = {
        inputTokens: sum((call) => call.inputTokens),
        outputTokens: sum((call) => call.outputTokens),
      }
      const cost = costOf(prices, model, tokens)
      return { model, promptVersion, calls: calls.length, ...tokens, ...(cost !== undefined && { cost }) }
    },
  }
}
