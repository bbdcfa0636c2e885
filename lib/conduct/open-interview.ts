import { nextStep, type InterviewState } from '@/lib/domain/interview/state'
import { carryOn, type CarryOnPorts } from './carry-on'
import { loadOwned, reload } from './commit'

/** How long opening waits for what is still to be done, milliseconds: a model may take a minute, a page may not. */
const patience = 1_000

/**
 * Opens an interview for its owner and carries on where it was cut off, if it was. What takes longer goes on by itself;
 * the turn that waits for it can be posted again to join it.
 * @returns `undefined` when there is no such interview, or it is another visitor's
 */
export async function openInterview(
  ports: CarryOnPorts,
  key: { readonly id: string; readonly owner: string | undefined },
): Promise<InterviewState | undefined> {
  if (key.owner === undefined) return undefined
  const loaded = await loadOwned(ports, { id: key.id, owner: key.owner })
  if (!loaded || !nextStep(loaded.state)) return loaded?.state
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined)
  })
  const work = carryOn(ports, loaded)
  work.catch((err: unknown) =>
    ports.log.error({ interview: key.id, err }, 'an interview could not be carried on'),
  )
  const done = await Promise.race([work, late]).finally(() => clearTimeout(timer))
  return (done ?? (await reload(ports, key.id))).state
}
