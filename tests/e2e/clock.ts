import path from 'node:path'
import Database from 'better-sqlite3'
import { dataDir } from './servers'

const earlier = (at: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${at}, @by)`

/**
 * Moves the clock of one visitor on: everything in the interviews of whoever holds this one lies that many days further
 * back. The browser's clock alone would not do, since cards fall due by the server's.
 */
export function letDaysPass(interviewId: string, days: number): void {
  const database = new Database(path.join(dataDir, 'viva.db'), { fileMustExist: true })
  try {
    const of = { id: interviewId, by: `-${days} days` }
    const owner = '(select owner from interviews where id = @id)'
    const moved = database.transaction(() => [
      database
        .prepare(
          `update interview_events set at = ${earlier('at')}, data = json_set(data, '$.at', ${earlier('at')})
           where interview_id in (select id from interviews where owner = ${owner})`,
        )
        .run(of),
      database
        .prepare(
          `update interviews set created_at = ${earlier('created_at')}, updated_at = ${earlier('updated_at')}
           where owner = ${owner}`,
        )
        .run(of),
    ])()
    if (moved.some(({ changes }) => changes === 0)) throw new Error(`No interview ${interviewId} to move`)
  } finally {
    database.close()
  }
}
