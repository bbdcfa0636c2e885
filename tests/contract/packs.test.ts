import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Packs } from '@/lib/conduct/ports'
import type { Pack } from '@/lib/domain/handbook/pack/pack'
import { everywhere } from '@/lib/domain/handbook/pack/pack-question'
import { memoryPacks } from '@/lib/edges/store/memory-packs'
import { openStore } from '@/lib/edges/store/open-store'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'viva-packs-'))
  folders.push(made)
  return made
}

const open = async (dir: string) => openStore(path.join(dir, 'viva.db'))

function pack(id: string, owner: string, createdAt = '2026-01-01T00:00:00.000Z', count = 3): Pack {
  const questions = Array.from({ length: count }, (_, n) => ({
    slug: `q-${n}`,
    ...{ difficulty: 3, prompt: everywhere(`什么是 ${n}?\u2028`), answer: everywhere('line\n"two"') },
    ...{ keyPoints: [], misconceptions: [], deepDives: [], references: [], hash: `h${n}` },
  }))
  return {
    header: { id, owner, name: `包 ${id}`, createdAt, questions: count, hash: `hash-${id}` },
    questions,
  }
}

describe.each([
  ['in memory', () => Promise.resolve(memoryPacks())],
  ['SQLite and files', async () => (await open(await folder())).packs],
])('packs, %s', (_, make: () => Promise<Packs>) => {
  it('are read back as they were added, by their owner alone', async () => {
    const packs = await make()
    expect(await packs.list('a')).toEqual([])
    await packs.add(pack('two', 'a', '2026-01-02T00:00:00.000Z', 250))
    await packs.add(pack('one', 'a'))
    await packs.add(pack('other', 'b'))
    expect((await packs.list('a')).map(({ id }) => id)).toEqual(['one', 'two'])
    expect(await packs.read('a', 'two')).toEqual(pack('two', 'a', '2026-01-02T00:00:00.000Z', 250))
    expect(await packs.read('b', 'two')).toBeUndefined()
    expect(await packs.read('a', 'none')).toBeUndefined()
    expect(await packs.read('a', '../../viva.db')).toBeUndefined()
  })

  it('are removed by their owner alone, once', async () => {
    const packs = await make()
    await packs.add(pack('one', 'a'))
    expect(await packs.remove('b', 'one')).toBe(false)
    expect(await packs.remove('a', 'one')).toBe(true)
    expect(await packs.remove('a', 'one')).toBe(false)
    expect(await packs.list('a')).toEqual([])
    expect(await packs.read('a', 'one')).toBeUndefined()
  })

  it('do not take an id twice, and keep the first', async () => {
    const packs = await make()
    await packs.add(pack('one', 'a'))
    await expect(packs.add(pack('one', 'b'))).rejects.toThrow()
    expect(await packs.read('a', 'one')).toEqual(pack('one', 'a'))
    expect(await packs.list('b')).toEqual([])
  })
})

describe('packs on disk', () => {
  it('leave no file behind when they are removed, and none when they could not be added', async () => {
    const dir = await folder()
    const { packs, close } = await open(dir)
    await packs.add(pack('one', 'a'))
    await expect(packs.add(pack('one', 'a'))).rejects.toThrow(/could not be stored/)
    expect(await readdir(path.join(dir, 'packs'))).toEqual(['one'])
    await packs.remove('a', 'one')
    expect(await readdir(path.join(dir, 'packs'))).toEqual([])
    close()
  })

  it('that are damaged are said to be, and can be removed', async () => {
    const dir = await folder()
    const { packs } = await open(dir)
    await packs.add(pack('one', 'a'))
    await truncate(path.join(dir, 'packs', 'one', 'questions.jsonl'), 100)
    await expect(packs.read('a', 'one')).rejects.toThrow(/damaged/)
    expect(await packs.remove('a', 'one')).toBe(true)
  })
})
