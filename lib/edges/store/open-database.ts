import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from './migrate'

/** How long a writer waits for another process's transaction, milliseconds. */
const busyTimeout = 10_000

const unwritable = 'make its folder writable, or set VIVA_DATA_DIR to one that is'

/** What to do about an error code of SQLite or of the file system, by the start of the code. */
const remedies: readonly (readonly [code: string, remedy: string])[] = [
  ['SQLITE_NOTADB', 'move that file away, or set VIVA_DATA_DIR to another folder'],
  ['SQLITE_CORRUPT', 'restore it from a backup, or move it away to begin with an empty one'],
  ['SQLITE_BUSY', 'end the process that holds it, then start again'],
  ['SQLITE_FULL', 'make room on its disk'],
  ['SQLITE_CANTOPEN', unwritable],
  ['SQLITE_READONLY', unwritable],
  ['SQLITE_IOERR', 'check its disk'],
  ['EACCES', unwritable],
  ['EPERM', unwritable],
  ['EROFS', unwritable],
  ['ENOTDIR', 'a part of that path is a file: set VIVA_DATA_DIR to a folder'],
  ['EEXIST', 'a part of that path is a file: set VIVA_DATA_DIR to a folder'],
  ['ENOSPC', 'make room on its disk'],
]

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '')

function explain(file: string, cause: unknown): Error {
  const code = codeOf(cause)
  const remedy = remedies.find(([start]) => code.startsWith(start))?.[1]
  const reason = cause instanceof Error ? cause.message : String(cause)
  const advice = remedy === undefined ? '' : `; ${remedy}`
  return new Error(`The database ${file} could not be opened: ${reason}${advice}`, { cause })
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Switching a new file to WAL wants it alone and, unlike a transaction, does not wait for that: it is tried again. */
function switchToWal(sqlite: Database.Database): void {
  const deadline = Date.now() + busyTimeout
  for (;;) {
    try {
      sqlite.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || Date.now() > deadline) throw error
      Atomics.wait(pause, 0, 0, 10)
    }
  }
}

/** An open file with every setting that durability rests on; closed again when anything goes wrong. */
function connect(file: string): Database.Database {
  const sqlite = new Database(file, { timeout: busyTimeout })
  try {
    switchToWal(sqlite)
    // FULL: a commit is on disk when it returns, which is what "your answer is saved" promises.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    migrate(sqlite)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/**
 * Opens a database and brings it up to date; its folder and the file are made where they are missing.
 * @throws naming the file, the reason and what to do
 */
export function openDatabase(file: string): Database.Database {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    return connect(file)
  } catch (cause) {
    throw explain(path.resolve(file), cause)
  }
}
