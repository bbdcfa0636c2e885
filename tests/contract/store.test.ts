import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '@/lib/edges/store/memory-store'
import { openDatabase } from '@/lib/edges/store/open-database'
import { openStore, type OpenStore } from '@/lib/edges/store/open-store'
import type { RaceData } from './open-store-worker'
import { answer, change, header } from './store-events'
import { storeContract } from './store.contract'

let dir = ''
const opened: OpenStore[] = []
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'viva-store-'))
  chmodSync(dir, 0o755)
})
afterAll(async () => {
  for (const store of opened) store.close()
  await rm(dir, { recursive: true, force: true })
})

async function open(file: string): Promise<OpenStore> {
  const store = await openStore(path.join(dir, file))
  opened.push(store)
  return store
}

let fresh = 0
storeContract('in memory', async () => memoryStore())
storeContract('SQLite', () => open(`${++fresh}/viva.db`))

/** Runs a statement behind the store's back. */
function tamper(file: string, sql: string): void {
  const sqlite = new Database(path.join(dir, file))
  sqlite.exec(sql)
  sqlite.close()
}

describe('the SQLite file', () => {
  it('is opened and written by eight processes at the same moment, on a folder that is not there yet', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `i${n}`)
    const script = path.join(import.meta.dirname, 'open-store-child.ts')
    const args = ['--import', 'tsx', script, path.join(dir, 'race', 'viva.db')]
    const children = names.map((name) =>
      spawn(process.execPath, [...args, name, '5'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    )
    const ended = children.map((child) => once(child, 'exit'))
    await Promise.all(children.map((child) => once(child.stdout, 'data')))
    for (const child of children) child.stdin.write('go')
    expect((await Promise.all(ended)).map(([code]) => code)).toEqual(names.map(() => 0))

    const store = await open('race/viva.db')
    expect((await store.list('guest', 100)).map(({ id }) => id).sort()).toEqual([...names, 'shared'])
    const events = (await store.load('shared'))?.events ?? []
    const turns = events.flatMap((event) => (event.type === 'AnswerSubmitted' ? [event.turnId] : []))
    const expected = names.flatMap((name) => [0, 1, 2, 3, 4].map((turn) => `${name}-${turn}`))
    expect(turns.sort()).toEqual(expected.sort())
  })

  it('is opened by six threads at the same moment, fifty times', async () => {
    const racers = 6
    const arrived = new Int32Array(new SharedArrayBuffer(4 * 50))
    const workerData: RaceData = { dir: path.join(dir, 'threads'), arrived, racers }
    const script = new URL('open-store-worker.ts', import.meta.url).href
    // A thread of Node 20 does not take tsx from execArgv.
    const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${script}') })`
    const workers = Array.from({ length: racers }, () => new Worker(start, { eval: true, workerData }))
    const failures = await Promise.all(workers.map((worker) => once(worker, 'message')))
    expect(failures.flat(2)).toEqual([])
  })

  it('keeps what was written when it is opened again', async () => {
    const first = await openStore(path.join(dir, 'again.db'))
    await first.create(header('i'), [answer('a')])
    first.close()
    expect((await (await open('again.db')).load('i'))?.events).toEqual([answer('a')])
  })

  it('has every commit on disk before it returns', async () => {
    const sqlite = openDatabase(path.join(dir, 'durable.db'))
    const setting = (name: string): unknown => sqlite.pragma(name, { simple: true })
    expect([setting('journal_mode'), setting('synchronous'), setting('foreign_keys')]).toEqual(['wal', 2, 1])
    sqlite.close()
  })

  it('is ready while it is open', async () => {
    const store = await openStore(path.join(dir, 'ready.db'))
    expect(await store.ready()).toBe(true)
    store.close()
    expect(await store.ready()).toBe(false)
  })

  it('names the event that is damaged, and the one that is missing', async () => {
    const store = await open('damaged.db')
    for (const id of ['wrong', 'torn', 'gap']) {
      await store.create(header(id), [])
      await store.append(id, 0, [answer('a'), answer('b'), answer('c')], change)
    }
    tamper(
      'damaged.db',
      `update interview_events set data = '{"type":"Asked"}' where seq = 1 and interview_id = 'wrong';
       update interview_events set data = '{"type":"Ask' where seq = 2 and interview_id = 'torn';
       delete from interview_events where seq = 1 and interview_id = 'gap'`,
    )
    await expect(store.load('wrong')).rejects.toThrow('Event 1 of interview wrong is damaged')
    await expect(store.load('torn')).rejects.toThrow('Event 2 of interview torn is damaged')
    await expect(store.load('gap')).rejects.toThrow('Event 1 of interview gap is missing')
    expect(await store.append('gap', 2, [answer('d')], change)).toBe('conflict')
  })
})

describe('a file that cannot be opened', () => {
  it('is no database', async () => {
    await writeFile(path.join(dir, 'text.db'), 'this is not a database, '.repeat(100))
    await expect(open('text.db')).rejects.toThrow(/text\.db could not be opened: .*not a database; move/)
  })

  it("is another program's, and is left alone", async () => {
    tamper('other.db', 'create table songs (title text)')
    await expect(open('other.db')).rejects.toThrow(/other\.db could not be opened: .*another program; set/)
    const sqlite = new Database(path.join(dir, 'other.db'), { readonly: true })
    expect(sqlite.prepare('select name from sqlite_master').pluck().all()).toEqual(['songs'])
    sqlite.close()
  })

  it('was written by a newer Viva', async () => {
    ;(await openStore(path.join(dir, 'newer.db'))).close()
    tamper('newer.db', 'pragma user_version = 99')
    await expect(open('newer.db')).rejects.toThrow(/newer\.db could .*schema version 99.*update Viva/)
  })

  it('has a file where its folder should be', async () => {
    await writeFile(path.join(dir, 'plain'), '')
    await expect(open('plain/viva.db')).rejects.toThrow(/plain\/viva\.db could .*set VIVA_DATA_DIR/)
  })

  it('stands in a folder that cannot be written', async () => {
    const folder = path.join(dir, 'readonly')
    await mkdir(folder)
    chmodSync(folder, 0o555)
    // Root may write anywhere, so for a moment it is somebody else.
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      await expect(open('readonly/viva.db')).rejects.toThrow(
        /readonly\/viva\.db could not be opened: .*make its folder writable/,
      )
    } finally {
      if (root) process.seteuid?.(0)
    }
    expect(existsSync(path.join(folder, 'viva.db'))).toBe(false)
  })
})
