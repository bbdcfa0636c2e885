import path from 'node:path'
import { asc, desc, eq, max } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Marks, Packs, Shares, Store } from '@/lib/conduct/ports'
import { interviewEvent, type InterviewEvent } from '@/lib/domain/interview/events'
import { marksOver } from './marks'
import { isKnown, packsOver, sweepPacks } from './packs'
import { openDatabase } from './open-database'
import { interviewEvents, interviews } from './schema'
import { sharesOver } from './shares'

interface Row {
  readonly seq: number
  readonly data: string
}

/** @throws naming the interview and the place in it, when the row is not the event that belongs there */
function parseRow(interview: string, { seq, data }: Row, place: number): InterviewEvent {
  if (seq !== place) throw new Error(`Event ${place} of interview ${interview} is missing from the database`)
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
    at: event.at,
    data: JSON.stringify(event),
  }))
  if (rows.length > 0) tx.insert(interviewEvents).values(rows).run()
}

function nextSeq(tx: Transaction, id: string): number {
  const last = tx
    .select({ seq: max(interviewEvents.seq) })
    .from(interviewEvents)
    .where(eq(interviewEvents.interviewId, id))
    .get()
  return (last?.seq ?? -1) + 1
}

const headerOf = (tx: Transaction, id: string) =>
  tx.select().from(interviews).where(eq(interviews.id, id)).get()

const storeOver = (db: BetterSQLite3Database): Store => ({
  create: async (header, events) => {
    db.transaction(
      (tx) => {
        tx.insert(interviews).values(header).run()
        insertEvents(tx, header.id, 0, events)
      },
      { behavior: 'immediate' },
    )
  },
  // One transaction, so that another process cannot append between the header and the events.
  load: async (id) =>
    db.transaction((tx) => {
      const header = headerOf(tx, id)
      if (!header) return undefined
      const rows = tx
        .select({ seq: interviewEvents.seq, data: interviewEvents.data })
        .from(interviewEvents)
        .where(eq(interviewEvents.interviewId, id))
        .orderBy(asc(interviewEvents.seq))
        .all()
      return { header, events: rows.map((row, place) => parseRow(id, row, place)) }
    }),
  append: async (id, expected, events, change) =>
    db.transaction(
      (tx) => {
        if (!headerOf(tx, id)) throw new Error(`There is no interview ${id} to append to`)
        if (nextSeq(tx, id) !== expected) return 'conflict'
        tx.update(interviews).set(change).where(eq(interviews.id, id)).run()
        insertEvents(tx, id, expected, events)
        return 'appended'
      },
      { behavior: 'immediate' },
    ),
  list: async (owner, limit) =>
    db
      .select()
      .from(interviews)
      .where(eq(interviews.owner, owner))
      .orderBy(desc(interviews.updatedAt))
      .limit(limit)
      .all(),
})

/** The store with what its process needs to look after it. */
export interface OpenStore extends Store {
  readonly marks: Marks
  readonly shares: Shares
  readonly packs: Packs
  /** Whether anybody has a pack with this id. */
  knowsPack(id: string): boolean
  close(): void
  /** Whether the database answers now. */
  ready(): Promise<boolean>
}

/**
 * Opens the SQLite store, making the file and applying migrations where needed.
 * @param file path of the database; its folder is made, and packs are kept in `packs` beside it
 * @throws naming the file, the reason and what to do when it cannot be opened
 */
export async function openStore(file: string): Promise<OpenStore> {
  const sqlite = openDatabase(file)
  const db = drizzle(sqlite)
  const packsDir = path.join(path.dirname(file), 'packs')
  await sweepPacks(db, packsDir)
  return {
    ...storeOver(db),
    marks: marksOver(db),
    shares: sharesOver(db),
    packs: packsOver(db, packsDir),
    knowsPack: (id) => isKnown(db, id),
    close: () => sqlite.close(),
    ready: async () => {
      try {
        db.select({ id: interviews.id }).from(interviews).limit(1).all()
        return true
      } catch {
        return false
      }
    },
  }
}
