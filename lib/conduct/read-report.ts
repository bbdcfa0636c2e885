import { assembleReport } from '@/lib/domain/report/assemble-report'
import type { Report } from '@/lib/domain/report/report'
import type { CarryOnPorts } from './carry-on'
import { openInterview } from './open-interview'

/**
 * The report of an interview, finished or not, from its events.
 * @returns `undefined` when there is no such interview, or it is another visitor's
 */
export async function readReport(
  ports: CarryOnPorts,
  key: { readonly id: string; readonly owner: string | undefined },
): Promise<Report | undefined> {
  const state = await openInterview(ports, key)
  return state && assembleReport(key.id, state, await ports.handbook(key.owner))
}
