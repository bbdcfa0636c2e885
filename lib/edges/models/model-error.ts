import { APICallError, NoOutputGeneratedError, RetryError, StreamProviderError } from 'ai'
import { BrokenCircuitError } from 'cockatiel'
import type { ModelFailure } from '@/lib/domain/grading/model-use'

const meaning: Record<ModelFailure, string> = {
  unauthorised: 'the endpoint refused the key',
  'rate-limited': 'the endpoint takes no more requests for now',
  'server-error': 'the endpoint answered with an error',
  unreachable: 'the endpoint could not be reached',
  'timed-out': 'the model was silent or too slow',
  'cut-off': 'the reply broke off',
  'invalid-output': 'the model did not give what it was asked for',
  'empty-output': 'the model gave an empty reply',
  refused: 'the model declined to reply',
  paused: 'the model failed several times in a row and is left alone for a while',
  stopped: 'the candidate did not want to wait',
}

/**
 * A model gave no usable reply. It carries no cause: what the SDK throws holds the request with the candidate's words and
 * the endpoint's answer, and neither may reach a log.
 */
export class ModelError extends Error {
  constructor(
    readonly failure: ModelFailure,
    /** HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super(`No reply from the model: ${meaning[failure]}${status === undefined ? '' : ` (${status})`}`)
    this.name = 'ModelError'
  }
}

const aborted = new Set(['AbortError', 'TimeoutError'])

function ofStatus(status: number | undefined): ModelError | undefined {
  if (status === undefined || status === 200) return undefined
  if (status === 401 || status === 403) return new ModelError('unauthorised', status)
  if (status === 429) return new ModelError('rate-limited', status)
  return status === 408 || status === 504
    ? new ModelError('timed-out', status)
    : new ModelError('server-error', status)
}

/**
 * What went wrong, whoever threw it.
 * @param stopped the candidate's own signal, told apart from a time-out
 */
export function toModelError(error: unknown, stopped?: AbortSignal): ModelError {
  if (stopped?.aborted) return new ModelError('stopped')
  if (error instanceof ModelError) return error
  if (error instanceof BrokenCircuitError) return new ModelError('paused')
  if (RetryError.isInstance(error)) return toModelError(error.lastError, stopped)
  if (StreamProviderError.isInstance(error))
    return ofStatus(error.statusCode) ?? new ModelError('server-error')
  if (APICallError.isInstance(error)) {
    const known = ofStatus(error.statusCode)
    if (known) return known
    if (error.statusCode === undefined) return new ModelError('unreachable')
    // A reply of status 200 that broke off is worth another try; one that is whole and cannot be read is not.
    return new ModelError(error.isRetryable ? 'cut-off' : 'invalid-output')
  }
  if (error instanceof Error && aborted.has(error.name)) return new ModelError('timed-out')
  if (NoOutputGeneratedError.isInstance(error)) return new ModelError('empty-output')
  return new ModelError('cut-off')
}

/** The endpoint understood the request and does not know a feature of it: worth asking once more without. */
export const isUnsupported = (error: unknown): boolean =>
  APICallError.isInstance(error) && [400, 404, 415, 422, 501].includes(error.statusCode ?? 0)
