import { log } from '@/lib/edges/log'
import { problem } from './problem'

/** Runs a route handler and turns what breaks in it into a problem document: the one place that catches. */
export function handle<Args extends unknown[]>(
  handler: (...args: Args) => Promise<Response>,
): (...args: Args) => Promise<Response> {
  return async (...args) => {
    try {
      return await handler(...args)
    } catch (error) {
      log.error({ err: error }, 'request failed')
      return problem(
        'internal',
        'What you sent before is saved. Try again; if it stays so, look into the server log.',
      )
    }
  }
}
