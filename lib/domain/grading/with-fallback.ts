import type { Grader } from './grade'
import { modelFailure, type ModelFailure } from './model-use'

/** Why a grader failed, in the words of the domain; what it does not say counts as a reply that broke off. */
export function failureOf(error: unknown): ModelFailure {
  const said = modelFailure.safeParse(
    typeof error === 'object' && error !== null && 'failure' in error ? error.failure : undefined,
  )
  return said.success ? said.data : 'cut-off'
}

/**
 * A grader that has another one grade where the first one fails, and says so in the judgement.
 * @throws what the second one throws
 */
export function withFallback(
  first: Grader,
  second: Grader,
  onFailure: (failure: ModelFailure) => void = () => undefined,
): Grader {
  return async (input, options) => {
    try {
      return await first(input, options)
    } catch (error) {
      const failure = failureOf(error)
      onFailure(failure)
      return { ...(await second(input)), failure }
    }
  }
}
