import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { breather } from '@/lib/conduct/breathe'
import type { Packs } from '@/lib/conduct/ports'
import type { Pack, PackHeader } from '@/lib/domain/handbook/pack/pack'
import type { PackQuestion } from '@/lib/domain/handbook/pack/pack-question'
import { packs } from './schema'

const draftPrefix = 'draft-'

/** How long a folder that no row knows is left alone: another process may be importing. */
const sweepAfter = 10 * 60 * 1000

const fileIn = (folder: string): string => path.join(folder, 'questions.jsonl')

async function flush(target: string): Promise<void> {
  const handle = await open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Lines that are written at once. */
const batch = 100

/** Writes questions, one a line, and returns the SHA-256 of the file. */
async function writeLines(file: FileHandle, questions: readonly PackQuestion[]): Promise<string> {
  const hash = createHash('sha256')
  const rest = breather()
  for (let start = 0; start < questions.length; start += batch) {
    const lines = questions.slice(start, start + batch).map((question) => `${JSON.stringify(question)}\n`)
    const bytes = Buffer.from(lines.join(''))
    hash.update(bytes)
    await file.write(bytes)
    await rest()
  }
  await file.sync()
  return hash.digest('hex')
}

/** @throws when the file is missing, or is not the one that was written */
async function readLines(file: string, sha256: string): Promise<PackQuestion[]> {
  const hash = createHash('sha256')
  const rest = breather()
  const questions: PackQuestion[] = []
  // Not readline: it takes U+2028, which JSON leaves as it is, for the end of a line.
  let held = ''
  for await (const piece of createReadStream(file, 'utf8')) {
    hash.update(piece as string)
    const lines = (held + (piece as string)).split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) {
      questions.push(JSON.parse(line) as PackQuestion)
      await rest()
    }
  }
  if (hash.digest('hex') !== sha256) throw new Error('its bytes are not those that were written')
  return questions
}

const headerOf = ({ sha256: _, ...header }: PackHeader & { readonly sha256: string }): PackHeader => header

async function addTo(db: BetterSQLite3Database, dir: string, { header, questions }: Pack): Promise<void> {
  const draft = path.join(dir, draftPrefix + header.id)
  const folder = path.join(dir, header.id)
  try {
    await mkdir(draft, { recursive: true })
    const file = await open(fileIn(draft), 'wx')
    const sha256 = await writeLines(file, questions).finally(() => file.close())
    await flush(draft)
    await rename(draft, folder)
    await flush(dir)
    // The row comes last: until it is there, so is nothing.
    db.insert(packs)
      .values({ ...header, sha256 })
      .run()
  } catch (cause) {
    for (const left of [draft, ...(isKnown(db, header.id) ? [] : [folder])])
      await rm(left, { recursive: true, force: true }).catch(() => undefined)
    throw new Error(`The pack ${header.id} could not be stored in ${dir}`, { cause })
  }
}

/** Whether anybody has a pack with this id. */
export const isKnown = (db: BetterSQLite3Database, id: string): boolean =>
  db.select({ id: packs.id }).from(packs).where(eq(packs.id, id)).get() !== undefined

/** Packs in the database of the interviews, their questions in files beside it. */
export const packsOver = (db: BetterSQLite3Database, dir: string): Packs => {
  const rowOf = (owner: string, id: string) =>
    db
      .select()
      .from(packs)
      .where(and(eq(packs.owner, owner), eq(packs.id, id)))
      .get()
  return {
    list: async (owner) =>
      db
        .select()
        .from(packs)
        .where(eq(packs.owner, owner))
        .orderBy(asc(packs.createdAt), asc(packs.id))
        .all()
        .map(headerOf),
    read: async (owner, id) => {
      const row = rowOf(owner, id)
      if (!row) return undefined
      try {
        return {
          header: headerOf(row),
          questions: await readLines(fileIn(path.join(dir, row.id)), row.sha256),
        }
      } catch (cause) {
        // Deleted while it was being read.
        if (!rowOf(owner, id)) return undefined
        throw new Error(`The pack ${id} is damaged in ${dir}; delete it and import it again`, { cause })
      }
    },
    add: (pack) => addTo(db, dir, pack),
    remove: async (owner, id) => {
      const { changes } = db
        .delete(packs)
        .where(and(eq(packs.owner, owner), eq(packs.id, id)))
        .run()
      if (changes > 0) await rm(path.join(dir, id), { recursive: true, force: true })
      return changes > 0
    },
  }
}

/** Takes away what a crash left of packs that were not stored or not wholly deleted; never a reason to fail. */
export async function sweepPacks(db: BetterSQLite3Database, dir: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    if (isKnown(db, name)) continue
    const target = path.join(dir, name)
    const changed = await stat(target).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    )
    if (Date.now() - changed > sweepAfter)
      await rm(target, { recursive: true, force: true }).catch(() => undefined)
  }
}
