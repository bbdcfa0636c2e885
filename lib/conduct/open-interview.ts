import { nextStep, type InterviewState } from '@/lib/domain/interview/state'
import { carryOn, type CarryOnPorts } from './carry-on'
import { loadOwned } from './commit'

/**
 * Opens an interview for its owner and carries on where it was cut off, if it was.
 * @returns `undefined` when there is no such interview, or it is another visitor's
 */
export async function openInterview(
  ports: CarryOnPorts,
  key: { readonly id: string; readonly owner: string | undefined },
): Promise<InterviewState | undefined> {
  if (key.owner === undefined) return undefined
  const loaded = await loadOwned(ports, { id: key.id, owner: key.owner })
  if (!loaded || !nextStep(loaded.state)) return loaded?.state
  return (await carryOn(ports, loaded)).state
}
