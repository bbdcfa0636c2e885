import { loadOwned } from './commit'
import type { Ports } from './ports'

/**
 * Stops what a model is doing for an interview now. What it has said stays said; a grade that it was making is made by
 * the built-in grader instead.
 * @returns `undefined` when there is no such interview, or it is another visitor's; else whether there was work
 */
export async function stopTurn(
  ports: Pick<Ports, 'store' | 'runs'>,
  key: { readonly id: string; readonly owner: string },
): Promise<boolean | undefined> {
  const loaded = await loadOwned(ports, key)
  return loaded && ports.runs.stop(key.id)
}
