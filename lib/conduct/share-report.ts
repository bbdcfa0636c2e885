import { isLive, type Share } from '@/lib/domain/report/share'
import { sharedReport } from '@/lib/domain/report/shared-report'
import type { Report } from '@/lib/domain/report/report'
import type { CarryOnPorts } from './carry-on'
import type { Ports } from './ports'
import { readReport } from './read-report'

type SharePorts = CarryOnPorts & Pick<Ports, 'shares' | 'newId' | 'newToken'>

/** A new link and what it opens; the token is told this once and not kept. */
export interface NewShare {
  readonly token: string
  readonly share: Share
}

const dayLength = 86_400_000

/**
 * Hands out a copy of a report as it is now, under an unguessable link. Later changes of the interview do not reach it.
 * @returns `undefined` when there is no such interview, or it is another visitor's
 */
export async function shareReport(
  ports: SharePorts,
  { id, owner }: { readonly id: string; readonly owner: string },
  { days, withAnswers }: { readonly days: number; readonly withAnswers: boolean },
): Promise<NewShare | undefined> {
  const report = await readReport(ports, { id, owner })
  if (!report) return undefined
  const now = ports.now()
  const share: Share = {
    ...{ id: ports.newId(), interviewId: id, withAnswers },
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * dayLength).toISOString(),
  }
  const token = ports.newToken()
  await ports.shares.add({ owner, token, share, report: sharedReport(report, withAnswers) })
  return { token, share }
}

/** The copy that a link opens; `undefined` for one that never was, was taken back, or is over. */
export async function openShare(
  ports: Pick<Ports, 'shares' | 'now'>,
  token: string,
): Promise<Report | undefined> {
  const copy = await ports.shares.open(token)
  return copy && isLive(copy, ports.now()) ? copy.report : undefined
}
