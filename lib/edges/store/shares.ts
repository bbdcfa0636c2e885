import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Shares } from '@/lib/conduct/ports'
import type { Report } from '@/lib/domain/report/report'
import { shares } from './schema'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Shared reports in the database of the interviews. */
export const sharesOver = (db: BetterSQLite3Database): Shares => ({
  add: async ({ owner, token, share, report }) => {
    db.insert(shares)
      .values({ ...share, owner, tokenHash: hashOf(token), report: JSON.stringify(report) })
      .run()
  },
  list: async (owner, interviewId) =>
    db
      .select({
        id: shares.id,
        interviewId: shares.interviewId,
        createdAt: shares.createdAt,
        expiresAt: shares.expiresAt,
        withAnswers: shares.withAnswers,
      })
      .from(shares)
      .where(and(eq(shares.owner, owner), eq(shares.interviewId, interviewId)))
      .orderBy(desc(shares.createdAt))
      .all(),
  remove: async (owner, id) =>
    db
      .delete(shares)
      .where(and(eq(shares.owner, owner), eq(shares.id, id)))
      .run().changes > 0,
  open: async (token) => {
    const row = db
      .select({ expiresAt: shares.expiresAt, report: shares.report })
      .from(shares)
      .where(eq(shares.tokenHash, hashOf(token)))
      .get()
    // Written by this code alone, from a report that was whole.
    return row && { expiresAt: row.expiresAt, report: JSON.parse(row.report) as Report }
  },
})

/** Shared reports that are forgotten with the process: for tests, held to the same contract. */
export function memoryShares(): Shares {
  const kept = new Map<string, Parameters<Shares['add']>[0]>()
  return {
    add: async (entry) => void kept.set(entry.token, structuredClone(entry)),
    list: async (owner, interviewId) =>
      [...kept.values()]
        .filter((entry) => entry.owner === owner && entry.share.interviewId === interviewId)
        .map(({ share }) => share)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    remove: async (owner, id) => {
      const token = [...kept].find(([, entry]) => entry.owner === owner && entry.share.id === id)?.[0]
      return token !== undefined && kept.delete(token)
    },
    open: async (token) => {
      const entry = kept.get(token)
      return entry && structuredClone({ expiresAt: entry.share.expiresAt, report: entry.report })
    },
  }
}
