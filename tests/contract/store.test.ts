import { execFile } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InterviewHeader, Store } from '@/lib/conduct/ports'
import type { InterviewEvent } from '@/lib/domain/interview/events'
import { memoryStore } from '@/lib/edges/store/memory-store'
import { openStore } from '@/lib/edges/store/open-store'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'viva-store-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const at = '2026-01-01T10:00:00.000Z'
const header = (id: string, changes: Partial<InterviewHeader> = {}): InterviewHeader => ({
  id,
  owner: 'guest',
  status: 'active',
  createdAt: at,
  updatedAt: at,
  ...changes,
})
const answer = (turnId: string, text = 'text'): InterviewEvent => ({
  type: 'AnswerSubmitted',
  at,
  turnId,
  text,
})
const change = { status: 'active', updatedAt: at } as const

const adapters: [name: string, open: () => Promise<Store>][] = [
  ['in memory', async () => memoryStore()],
  ['SQLite', () => openStore(path.join(dir, `${Math.random()}`, 'viva.db'))],
]

describe.each(adapters)('the store, %s', (_, open) => {
  it('gives back every kind of event as it was, in order', async () => {
    const store = await open()
    await store.create(header('i'), oneOfEachEvent.slice(0, 2))
    expect(
      await store.append('i', 2, oneOfEachEvent.slice(2), {
        status: 'closed',
        updatedAt: '2026-01-02T10:00:00.000Z',
      }),
    ).toBe('appended')
    expect(await store.load('i')).toEqual({
      header: header('i', { status: 'closed', updatedAt: '2026-01-02T10:00:00.000Z' }),
      events: oneOfEachEvent,
    })
  })

  it('keeps text as it was typed', async () => {
    const store = await open()
    const texts = [
      '',
      ' \n\t',
      "Robert'); DROP TABLE interviews;--",
      '√d_k 根号 😀👩‍👩‍👧',
      'e\u0301 \uFEFF \u202E',
      '\uD83D alone',
      '长'.repeat(20_000),
    ]
    await store.create(header("it's"), [])
    await store.append(
      "it's",
      0,
      texts.map((text, index) => answer(`t${index}`, text)),
      change,
    )
    const events = (await store.load("it's"))?.events ?? []
    expect(events.map((event) => (event.type === 'AnswerSubmitted' ? event.text : ''))).toEqual(texts)
  })

  it('knows nothing of an interview that was not created', async () => {
    const store = await open()
    expect(await store.load('nothing')).toBeUndefined()
    await expect(store.append('nothing', 0, [answer('t')], change)).rejects.toThrow('no interview nothing')
  })

  it('refuses an id that is taken and keeps the first', async () => {
    const store = await open()
    await store.create(header('i'), [answer('first')])
    await expect(store.create(header('i', { owner: 'other' }), [answer('second')])).rejects.toThrow()
    expect(await store.load('i')).toEqual({ header: header('i'), events: [answer('first')] })
  })

  it('writes all of a batch or nothing, and leaves the header alone on conflict', async () => {
    const store = await open()
    await store.create(header('i'), [answer('a')])
    const late = { status: 'closed', updatedAt: '2030-01-01T00:00:00.000Z' } as const
    expect(await store.append('i', 0, [answer('b'), answer('c')], late)).toBe('conflict')
    expect(await store.append('i', 2, [answer('b')], late)).toBe('conflict')
    expect(await store.load('i')).toEqual({ header: header('i'), events: [answer('a')] })
  })

  it('lets exactly one of 50 writers append at the same place', async () => {
    const store = await open()
    await store.create(header('i'), [])
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (__, n) => store.append('i', 0, [answer(`t${n}`)], change)),
    )
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1)
    expect((await store.load('i'))?.events).toHaveLength(1)
  })

  it('lists what an owner has, the latest change first, no more than asked for', async () => {
    const store = await open()
    for (const [id, owner, day] of [
      ['a', 'x', 1],
      ['b', 'y', 2],
      ['c', 'x', 3],
      ['d', 'x', 2],
    ] as const)
      await store.create(header(id, { owner, updatedAt: `2026-01-0${day}T00:00:00.000Z` }), [])
    const ids = async (owner: string, limit: number) => (await store.list(owner, limit)).map(({ id }) => id)
    expect(await ids('x', 10)).toEqual(['c', 'd', 'a'])
    expect(await ids('x', 2)).toEqual(['c', 'd'])
    expect(await ids('z', 10)).toEqual([])
  })
})

describe('the SQLite file', () => {
  const run = promisify(execFile)

  it('is opened by many processes at once, on a folder that is not there yet', async () => {
    const file = path.join(dir, 'race', 'viva.db')
    const child = path.resolve(import.meta.dirname, 'open-store-child.ts')
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, n) => run(process.execPath, ['--import', 'tsx', child, file, `i${n}`])),
    )
    expect(opened.map(({ stdout }) => stdout.trim())).toEqual(Array.from({ length: 6 }, () => 'created'))
    const store = await openStore(file)
    expect(await store.list('guest', 100)).toHaveLength(6)
  })

  it('keeps what was written when it is opened again', async () => {
    const file = path.join(dir, 'again', 'viva.db')
    const first = await openStore(file)
    await first.create(header('i'), [answer('a')])
    first.close()
    expect((await (await openStore(file)).load('i'))?.events).toEqual([answer('a')])
  })

  it('says which file is no database, and what to do', async () => {
    const file = path.join(dir, 'text.db')
    await writeFile(file, 'this is not a database, '.repeat(100))
    await expect(openStore(file)).rejects.toThrow(
      /text\.db could not be opened: .*not a database.*VIVA_DATA_DIR/,
    )
  })

  it('is left alone when a newer Viva wrote it', async () => {
    const file = path.join(dir, 'newer.db')
    ;(await openStore(file)).close()
    const sqlite = new Database(file)
    sqlite.pragma('user_version = 99')
    sqlite.close()
    await expect(openStore(file)).rejects.toThrow(/schema version 99.*update Viva/)
  })

  it('names the event that is damaged', async () => {
    const file = path.join(dir, 'damaged.db')
    const store = await openStore(file)
    await store.create(header('i'), [answer('a'), answer('b')])
    const sqlite = new Database(file)
    sqlite.prepare(`update interview_events set data = '{"type":"Asked"}' where seq = 1`).run()
    sqlite.close()
    await expect(store.load('i')).rejects.toThrow('Event 1 of interview i is damaged')
  })

  it.skipIf(process.getuid?.() === 0)('says which folder cannot be written', async () => {
    const folder = path.join(dir, 'readonly')
    await mkdir(folder)
    chmodSync(folder, 0o500)
    await expect(openStore(path.join(folder, 'viva.db'))).rejects.toThrow(/readonly.*could not be opened/)
    expect(existsSync(path.join(folder, 'viva.db'))).toBe(false)
  })
})
