import { z } from 'zod'

/**
 * Why a model gave no usable reply. `unauthorised`: the key is refused; `rate-limited`: too many requests;
 * `server-error`: the endpoint answered with an error; `unreachable`: no connection, no such host; `timed-out`: it was
 * silent or too slow; `cut-off`: the reply broke off; `invalid-output`: not what was asked for, even after a repair;
 * `empty-output`: nothing; `refused`: it declined; `paused`: it failed so often in a row that it is left alone for a
 * while; `stopped`: the candidate did not want to wait.
 */
export const modelFailures = [
  'unauthorised',
  'rate-limited',
  'server-error',
  'unreachable',
  'timed-out',
  'cut-off',
  'invalid-output',
  'empty-output',
  'refused',
  'paused',
  'stopped',
] as const
export const modelFailure = z.enum(modelFailures)
export type ModelFailure = z.infer<typeof modelFailure>

/** What one piece of work took of a model. */
export const modelUse = z.object({
  model: z.string(),
  /** Names the wording of the instructions, so that grades made by different ones are not compared. */
  promptVersion: z.string(),
  /** Requests that were answered, repairs and tool calls included. */
  calls: z.int().min(0),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  /** US dollars; absent when the model's price is not known. */
  cost: z.number().min(0).optional(),
})
export type ModelUse = z.infer<typeof modelUse>

/** Adds up what several pieces of work took; the cost is a lower bound once one of them has none. */
export function totalUse(uses: readonly ModelUse[]): Omit<ModelUse, 'model' | 'promptVersion'> {
  const sum = (of: (use: ModelUse) => number): number => uses.reduce((total, use) => total + of(use), 0)
  const priced = uses.some(({ cost }) => cost !== undefined)
  return {
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    ...(priced && { cost: sum(({ cost = 0 }) => cost) }),
  }
}
