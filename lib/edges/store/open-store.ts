import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { asc, count, desc, eq } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { InterviewHeader, Store } from '@/lib/conduct/ports'
import { interviewEvent, type InterviewEvent } from '@/lib/domain/interview/events'
import { migrate } from './migrate'
import { interviewEvents, interviews } from './schema'

/** How long a writer waits for another process's transaction, milliseconds. */
const busyTimeout = 10_000

function open(file: string): Database.Database {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const sqlite = new Database(file, { timeout: busyTimeout })
    sqlite.pragma('journal_mode = WAL')
    // FULL: a commit is on disk when it returns, which is what "your answer is saved" promises.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    migrate(sqlite)
    return sqlite
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `The database ${file} could not be opened: ${reason}. Check that it is a Viva database and that its folder can be written, or set VIVA_DATA_DIR to another folder.`,
      { cause },
    )
  }
}

function parseEvent(interview: string, seq: number, data: string): InterviewEvent {
  try {
    return interviewEvent.parse(JSON.parse(data))
  } catch (cause) {
    throw new Error(`Event ${seq} of interview ${interview} is damaged in the database`, { cause })
  }
}

type Transaction = Parameters<Parameters<BetterSQLite3Database['transaction']>[0]>[0]

function insertEvents(
  tx: Transaction,
  interviewId: string,
  first: number,
  events: readonly InterviewEvent[],
): void {
  const rows = events.map((event, index) => ({
    interviewId,
    seq: first + index,
    type: event.type,
    data: JSON.stringify(event),
  }))
  if (rows.length > 0) tx.insert(interviewEvents).values(rows).run()
}

const lengthOf = (tx: Transaction, id: string): number =>
  tx.select({ count: count() }).from(interviewEvents).where(eq(interviewEvents.interviewId, id)).get()
    ?.count ?? 0

/**
 * Opens the SQLite store, making the file and applying migrations where needed.
 * @param file path of the database; its folder is made
 * @throws naming the file and the reason when it cannot be opened
 */
export async function openStore(file: string): Promise<Store & { close: () => void }> {
  const sqlite = open(file)
  const db = drizzle(sqlite)
  return {
    create: async (header, events) => {
      db.transaction(
        (tx) => {
          tx.insert(interviews).values(header).run()
          insertEvents(tx, header.id, 0, events)
        },
        { behavior: 'immediate' },
      )
    },
    load: async (id) => {
      const header = db.select().from(interviews).where(eq(interviews.id, id)).get()
      if (!header) return undefined
      const rows = db
        .select()
        .from(interviewEvents)
        .where(eq(interviewEvents.interviewId, id))
        .orderBy(asc(interviewEvents.seq))
        .all()
      return { header, events: rows.map(({ seq, data }) => parseEvent(id, seq, data)) }
    },
    append: async (id, expected, events, change) =>
      db.transaction(
        (tx) => {
          const known = tx.select({ id: interviews.id }).from(interviews).where(eq(interviews.id, id)).get()
          if (!known) throw new Error(`There is no interview ${id} to append to`)
          if (lengthOf(tx, id) !== expected) return 'conflict'
          tx.update(interviews).set(change).where(eq(interviews.id, id)).run()
          insertEvents(tx, id, expected, events)
          return 'appended'
        },
        { behavior: 'immediate' },
      ),
    list: async (owner, limit): Promise<InterviewHeader[]> =>
      db
        .select()
        .from(interviews)
        .where(eq(interviews.owner, owner))
        .orderBy(desc(interviews.updatedAt))
        .limit(limit)
        .all(),
    close: () => sqlite.close(),
  }
}
