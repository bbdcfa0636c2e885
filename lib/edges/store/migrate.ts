import { existsSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** The folder of migrations, from the project's root: bundled code has no folder of its own to look beside. */
const folder = path.join(process.cwd(), 'lib', 'edges', 'store', 'migrations')

const isEmpty = (sqlite: Database.Database): boolean =>
  sqlite.prepare('select 1 from sqlite_master limit 1').get() === undefined

/**
 * Brings a database up to date. Drizzle's own migrator reads what was applied before it takes the lock, so two
 * processes that start at once both apply the first migration; here the look and the change are one transaction.
 * @throws when the database was written by a newer version or by another program
 */
export function migrate(sqlite: Database.Database): void {
  if (!existsSync(folder))
    throw new Error(`the migrations are not in ${folder}; start Viva from its own folder`)
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  sqlite
    .transaction(() => {
      const applied = Number(sqlite.pragma('user_version', { simple: true }))
      if (applied > migrations.length)
        throw new Error(
          `it has schema version ${applied}, this Viva knows ${migrations.length}; update Viva, or set VIVA_DATA_DIR to another folder`,
        )
      if (applied === 0 && !isEmpty(sqlite))
        throw new Error('it belongs to another program; set VIVA_DATA_DIR to another folder')
      for (const { sql } of migrations.slice(applied)) for (const statement of sql) sqlite.exec(statement)
      sqlite.pragma(`user_version = ${migrations.length}`)
    })
    .exclusive()
}
