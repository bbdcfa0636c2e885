import { and, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Marks } from '@/lib/conduct/ports'
import { mark } from '@/lib/domain/review/card'
import { cardMarks } from './schema'

/** Marks of review cards in the database of the interviews. */
export const marksOver = (db: BetterSQLite3Database): Marks => ({
  list: async (owner) =>
    db
      .select({ data: cardMarks.data })
      .from(cardMarks)
      .where(eq(cardMarks.owner, owner))
      .all()
      .map(({ data }) => mark.parse(JSON.parse(data))),
  change: async (owner, questionId, edit) =>
    db.transaction(
      (tx) => {
        const own = and(eq(cardMarks.owner, owner), eq(cardMarks.questionId, questionId))
        const row = tx.select({ data: cardMarks.data }).from(cardMarks).where(own).get()
        const changed = edit(mark.parse(row ? JSON.parse(row.data) : { questionId }))
        const data = JSON.stringify(changed)
        tx.insert(cardMarks)
          .values({ owner, questionId, data })
          .onConflictDoUpdate({ target: [cardMarks.owner, cardMarks.questionId], set: { data } })
          .run()
        return changed
      },
      { behavior: 'immediate' },
    ),
})

/** Marks that are forgotten with the process: for tests, held to the same contract. */
export function memoryMarks(): Marks {
  const kept = new Map<string, Map<string, string>>()
  return {
    list: async (owner) => [...(kept.get(owner)?.values() ?? [])].map((data) => mark.parse(JSON.parse(data))),
    change: async (owner, questionId, edit) => {
      const own = kept.get(owner) ?? new Map<string, string>()
      const before = own.get(questionId)
      const changed = edit(mark.parse(before === undefined ? { questionId } : JSON.parse(before)))
      kept.set(owner, own.set(questionId, JSON.stringify(changed)))
      return changed
    },
  }
}
