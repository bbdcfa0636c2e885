import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Marks } from '@/lib/conduct/ports'
import { memoryMarks } from '@/lib/edges/store/marks'
import { openStore } from '@/lib/edges/store/open-store'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function sqliteMarks(): Promise<Marks> {
  const folder = await mkdtemp(path.join(tmpdir(), 'viva-marks-'))
  folders.push(folder)
  return (await openStore(path.join(folder, 'viva.db'))).marks
}

describe.each([
  ['in memory', () => Promise.resolve(memoryMarks())],
  ['SQLite', sqliteMarks],
])('marks of review cards, %s', (_, open) => {
  it('are made at the first change and kept apart by owner and question', async () => {
    const marks = await open()
    expect(await marks.list('a')).toEqual([])
    await marks.change('a', 'q/1', (mark) => ({ ...mark, suspended: true }))
    await marks.change('a', "q/'2", (mark) => ({ ...mark, ratings: { i: 'hard' } }))
    await marks.change('b', 'q/1', (mark) => mark)
    const changed = await marks.change('a', 'q/1', (mark) => ({ ...mark, wantedAt: '2026-01-01T00:00:00Z' }))
    expect(changed).toEqual({
      questionId: 'q/1',
      suspended: true,
      wantedAt: '2026-01-01T00:00:00Z',
      ratings: {},
    })
    expect(await marks.list('a')).toEqual(
      expect.arrayContaining([changed, { questionId: "q/'2", suspended: false, ratings: { i: 'hard' } }]),
    )
    expect(await marks.list('b')).toHaveLength(1)
  })

  it('lose no change when many come at once', async () => {
    const marks = await open()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        marks.change('a', 'q/1', (mark) => ({ ...mark, ratings: { ...mark.ratings, [`i${n}`]: 'good' } })),
      ),
    )
    expect(Object.keys((await marks.list('a'))[0]?.ratings ?? {})).toHaveLength(20)
  })
})
