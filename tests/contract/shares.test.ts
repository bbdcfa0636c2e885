import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Shares } from '@/lib/conduct/ports'
import { fold } from '@/lib/domain/interview/evolve'
import { assembleReport } from '@/lib/domain/report/assemble-report'
import { memoryShares } from '@/lib/edges/store/shares'
import { openStore } from '@/lib/edges/store/open-store'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'viva-shares-'))
  folders.push(folder)
  return folder
}

const state = fold(oneOfEachEvent)
if (!state) throw new Error('nothing to fold')
const report = assembleReport('i', state, sampleHandbook({ attention: 1 }))

const entry = (id: string, token: string, owner = 'a') => ({
  ...{ owner, token, report },
  share: {
    ...{ id, interviewId: 'i', withAnswers: true },
    createdAt: `2026-01-0${id.length}T00:00:00.000Z`,
    expiresAt: '2026-02-01T00:00:00.000Z',
  },
})

describe.each<[string, () => Promise<Shares>]>([
  ['in memory', () => Promise.resolve(memoryShares())],
  ['SQLite', async () => (await openStore(path.join(await folderFor(), 'viva.db'))).shares],
])('shared reports, %s', (_, open) => {
  it('open by their token alone, as they were handed out', async () => {
    const shares = await open()
    await shares.add(entry('s', 'token-1'))
    const copy = await shares.open('token-1')
    expect(copy?.expiresAt).toBe('2026-02-01T00:00:00.000Z')
    expect(copy?.report).toEqual(JSON.parse(JSON.stringify(report)))
    expect(await shares.open('token-2')).toBeUndefined()
  })

  it('are listed for their owner, the newest first, and taken back by nobody else', async () => {
    const shares = await open()
    await shares.add(entry('s', 'token-1'))
    await shares.add(entry('ss', 'token-2'))
    await shares.add(entry('sss', 'token-3', 'b'))
    expect((await shares.list('a', 'i')).map(({ id }) => id)).toEqual(['ss', 's'])
    expect(await shares.list('a', 'other')).toEqual([])
    expect(await shares.remove('b', 's')).toBe(false)
    expect(await shares.remove('a', 's')).toBe(true)
    expect(await shares.remove('a', 's')).toBe(false)
    expect(await shares.open('token-1')).toBeUndefined()
    expect(await shares.open('token-2')).toBeDefined()
  })
})

it('the database holds no token that would open a link', async () => {
  const folder = await folderFor()
  const store = await openStore(path.join(folder, 'viva.db'))
  await store.shares.add(entry('s', 'a-very-secret-token'))
  store.close()
  const bytes = await readFile(path.join(folder, 'viva.db'))
  expect(bytes.includes('2026-02-01T00:00:00.000Z')).toBe(true)
  expect(bytes.includes('a-very-secret-token')).toBe(false)
})
