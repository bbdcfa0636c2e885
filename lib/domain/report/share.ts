import type { Report } from './report'

/** Days that a shared link lives when nothing else is said, and at the most. */
export const usualDays = 30
export const mostDays = 365

/** A report that was handed out under a link. The link's token itself is not kept. */
export interface Share {
  readonly id: string
  readonly interviewId: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly withAnswers: boolean
}

/** Whether a link still opens. */
export const isLive = ({ expiresAt }: Pick<Share, 'expiresAt'>, now: Date): boolean =>
  Date.parse(expiresAt) > now.getTime()

export interface SharedCopy {
  readonly expiresAt: string
  readonly report: Report
}
