import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Embedder } from '@/lib/conduct/ports'
import { smallHandbook } from '@/tests/fixtures/small-handbook'
import { openSearch } from './open-search'

const handbook = smallHandbook()

/** Letters as dimensions: what has the same letters is near. */
const letters = (text: string): Float32Array => {
  const vector = new Float32Array(26)
  for (const letter of text.toLowerCase().match(/[a-z]/g) ?? []) {
    const at = letter.charCodeAt(0) - 97
    vector[at] = (vector[at] ?? 0) + 1
  }
  const length = Math.hypot(...vector) || 1
  return vector.map((x) => x / length)
}

function fakeEmbedder(model = 'letters'): Embedder & { texts: number; calls: number[]; broken: boolean } {
  const fake = {
    ...{ model, texts: 0, broken: false },
    calls: [] as number[],
    embed: (texts: readonly string[]) => {
      if (fake.broken) return Promise.reject(new Error('out of order'))
      fake.texts += texts.length
      fake.calls.push(texts.length)
      return Promise.resolve(texts.map(letters))
    },
  }
  return fake
}

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-remote-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const open = async (embedder: Embedder, failures: unknown[] = []) =>
  (await openSearch({ handbook, dataDir })).withEmbedder(embedder, {
    onFailure: (error) => failures.push(error),
  })

const query = { text: 'why does the dough rise with yeast', language: 'en', k: 3 } as const

describe('search by an endpoint’s embeddings', () => {
  it('asks for them in batches, once, with progress', async () => {
    const embedder = fakeEmbedder()
    const told: string[] = []
    const { withEmbedder } = await openSearch({ handbook, dataDir })
    const hooks = {
      onFailure: () => {},
      onProgress: (done: number, total: number, stage: string) => told.push(`${stage} ${done}/${total}`),
    }
    await withEmbedder(embedder, hooks).prepare()
    expect(Math.max(...embedder.calls)).toBeLessThanOrEqual(64)
    expect(told.some((line) => line.startsWith('asking for embeddings'))).toBe(true)
    const before = embedder.texts
    const again = withEmbedder(embedder, hooks)
    await again.prepare()
    expect(embedder.texts).toBe(before)
    expect((await again.search(query)).length).toBeGreaterThan(0)
  })

  it('pays for a text once, also when the index has to be built again', async () => {
    const embedder = fakeEmbedder()
    await (await open(embedder)).prepare()
    const before = embedder.texts
    await rm(path.join(dataDir, 'index'), { recursive: true })
    await (await open(embedder)).prepare()
    expect(embedder.texts).toBe(before)
  })

  it('keeps what was embedded before a failure, and passes over what was cut off on disk', async () => {
    const embedder = fakeEmbedder()
    await (await open(embedder)).prepare()
    const all = embedder.texts
    const [file = ''] = await readdir(path.join(dataDir, 'embeddings'))
    const whole = await readFile(path.join(dataDir, 'embeddings', file), 'utf8')
    const lines = whole.trim().split('\n')
    await writeFile(
      path.join(dataDir, 'embeddings', file),
      `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 30)}`,
    )
    await rm(path.join(dataDir, 'index'), { recursive: true })
    await (await open(embedder)).prepare()
    expect(embedder.texts).toBe(all + 1)
  })

  it('serves the built-in embeddings until the index is there, and builds another model’s on the side', async () => {
    const search = (await open(fakeEmbedder())).search
    expect((await search(query)).length).toBeGreaterThan(0)
    await expect.poll(async () => (await readdir(path.join(dataDir, 'index', 'handbook'))).length).toBe(2)
    const other = await open(fakeEmbedder('another/model:1'))
    await other.prepare()
    expect(await readdir(path.join(dataDir, 'index', 'handbook'))).toHaveLength(3)
    expect((await other.search(query)).length).toBeGreaterThan(0)
  })

  it('searches on with the built-in embeddings when the endpoint fails, before and after', async () => {
    const embedder = fakeEmbedder()
    const failures: unknown[] = []
    embedder.broken = true
    const remote = await open(embedder, failures)
    const builtin = await remote.search(query)
    expect(builtin.length).toBeGreaterThan(0)
    await expect.poll(() => failures.length).toBe(1)
    await expect(remote.prepare()).rejects.toThrow('out of order')
    embedder.broken = false
    await remote.prepare()
    embedder.broken = true
    expect(await remote.search(query)).toEqual(builtin)
  })
})
