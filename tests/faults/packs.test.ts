import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportPack } from '@/lib/conduct/export-pack'
import { importPack, type ImportOutcome, type ImportPorts } from '@/lib/conduct/import-pack'
import { handbookReader } from '@/lib/conduct/read-handbook'
import { removePack } from '@/lib/conduct/remove-pack'
import { searchHandbook } from '@/lib/conduct/search-handbook'
import type { Ports } from '@/lib/conduct/ports'
import type { PackEntry } from '@/lib/domain/handbook/pack/entry'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { openStore, type OpenStore } from '@/lib/edges/store/open-store'
import { fakePorts } from '@/tests/fixtures/fake-ports'
import { smallHandbook } from '@/tests/fixtures/small-handbook'

let dataDir = ''
let store: OpenStore
let ports: Ports

async function opened(): Promise<Ports> {
  store = await openStore(path.join(dataDir, 'viva.db'))
  const handbook = smallHandbook('first')
  const { packIndexes, search } = await openSearch({ handbook, dataDir })
  const { packs } = store
  const base = fakePorts({ newId: () => crypto.randomUUID(), packs, packIndexes, search })
  return { ...base, handbook: handbookReader(handbook, { packs, log: base.log }) }
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-packs-'))
  ports = await opened()
})
afterEach(async () => {
  store.close()
  await rm(dataDir, { recursive: true, force: true })
})

const table =
  'question,reference\nWhat is a manometer?,It measures the pressure of a fluid.\n什么是气压计？,测量大气压力的仪器。\n'
const csv: PackEntry = { name: 'a.csv', bytes: strToU8(table) }
const zip = (files: Zippable): PackEntry => ({ name: 'p.zip', bytes: zipSync(files) })
const importing = (...files: readonly PackEntry[]): Promise<ImportOutcome> =>
  importPack(ports, { owner: 'a', name: 'p', files })

/** What is in the data folder of packs: nothing, unless one was imported. */
const left = async (): Promise<string[]> => [
  ...(await readdir(path.join(dataDir, 'packs')).catch(() => [])),
  ...(await readdir(path.join(dataDir, 'index'))).filter((name) => name !== 'handbook'),
]

async function expectRefused(outcome: ImportOutcome, ...codes: readonly string[]): Promise<void> {
  expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(codes)
  expect(await ports.packs.list('a')).toEqual([])
  expect(await left()).toEqual([])
}

async function imported(...files: readonly PackEntry[]) {
  const outcome = await importing(...files)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.pack
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

const find = async (text: string, owner = 'a') =>
  (await searchHandbook(ports, owner, { text, k: 3 })).map(({ questionId }) => questionId)

describe('a pack', () => {
  it('is searched in both languages by its owner alone, beside the handbook, until it is deleted', async () => {
    const { id } = await imported(csv)
    expect((await find('manometer'))[0]).toBe(`pack-${id}/q-00001`)
    expect((await find('manomter pressure'))[0]).toBe(`pack-${id}/q-00001`)
    expect((await find('气压计'))[0]).toBe(`pack-${id}/q-00002`)
    expect((await find('gravity of the moon'))[0]).toBe('everyday/tide')
    expect((await find('manometer', 'b')).filter((found) => found.startsWith('pack-'))).toEqual([])
    expect((await ports.handbook('b')).topics.has(`pack-${id}`)).toBe(false)
    expect(await removePack(ports, { owner: 'b', id })).toBe(false)
    expect(await removePack(ports, { owner: 'a', id })).toBe(true)
    expect(await left()).toEqual([])
    expect((await find('manometer')).filter((found) => found.startsWith('pack-'))).toEqual([])
    expect((await ports.handbook('a')).topics.has(`pack-${id}`)).toBe(false)
  })

  it('is there after a restart, and its index is built again when a file of it is damaged', async () => {
    const { id } = await imported(csv)
    const dir = path.join(dataDir, 'index', `pack-${id}`, '')
    const [folder = ''] = (await readdir(dir)).filter((name) => name !== 'current.json')
    await writeFile(path.join(dir, folder, 'postings.u32'), 'nothing of the kind')
    store.close()
    ports = await opened()
    expect((await find('manometer'))[0]).toBe(`pack-${id}/q-00001`)
  })

  it('is exported as an archive that imports again to the same', async () => {
    const { id, hash } = await imported(csv)
    const exported = await exportPack(ports, { owner: 'a', id })
    if (!exported) throw new Error('nothing was exported')
    const again = await imported({ name: 'again.zip', bytes: await bytesOf(exported.zip) })
    expect(again.hash).toBe(hash)
    const [first, second] = [await ports.packs.read('a', id), await ports.packs.read('a', again.id)]
    expect(second?.questions).toEqual(first?.questions)
    expect(await exportPack(ports, { owner: 'b', id })).toBeUndefined()
  })

  it('leaves nothing behind when its index or its questions cannot be written', async () => {
    const failing: ImportPorts[] = [
      { ...ports, packs: { ...ports.packs, add: () => Promise.reject(new Error('the disk is full')) } },
      {
        ...ports,
        packIndexes: { ...ports.packIndexes, build: () => Promise.reject(new Error('the disk is full')) },
      },
    ]
    for (const broken of failing)
      await expect(importPack(broken, { owner: 'a', name: 'p', files: [csv] })).rejects.toThrow('full')
    expect(await left()).toEqual([])
    expect(await ports.packs.list('a')).toEqual([])
  })

  it('lets others run while 2,000 questions are imported', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, n) => `What is ${n}?,The number ${n} that comes after ${n - 1}.`,
    )
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await imported({ name: 'a.csv', bytes: strToU8(`question,reference\n${rows.join('\n')}`) })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('what is refused, with nothing imported', () => {
  it('half of a pack being wrong', async () => {
    const outcome = await importing(csv, { name: 'b.csv', bytes: strToU8('question,reference\nWhy?,\n') })
    await expectRefused(outcome, 'missing')
    expect(outcome.ok || outcome.problems[0]).toMatchObject({ file: 'b.csv', line: 2, field: 'reference' })
  })

  it('a name that is empty or too long, and more packs than there may be', async () => {
    for (const name of ['', ' \n', 'x'.repeat(81)])
      await expectRefused(await importPack(ports, { owner: 'a', name, files: [csv] }), 'name')
    const packs = { ...ports.packs, list: async () => Array.from({ length: 20 }, () => ({}) as never) }
    const full = await importPack({ ...ports, packs }, { owner: 'a', name: 'p', files: [csv] })
    await expectRefused(full, 'too-many-packs')
  })

  it('archives that unpack to too much, before and while they are unpacked', async () => {
    const bomb = zip({ 'a.csv': [new Uint8Array(60 * 2 ** 20), { level: 9 }] })
    expect(bomb.bytes.length).toBeLessThan(100_000)
    await expectRefused(await importing(bomb), 'file-too-large')
    const many = zip({
      ...Object.fromEntries([1, 2, 3].map((n) => [`${n}.csv`, new Uint8Array(40 * 2 ** 20)])),
    })
    await expectRefused(await importing(many), 'unpacked-too-large')
    // The directory lies: a small file, it says.
    const lying = Buffer.from(zip({ 'a.csv': new Uint8Array(30 * 2 ** 20) }).bytes)
    lying.writeUInt32LE(1_000, lying.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    const before = process.memoryUsage().arrayBuffers
    await expectRefused(await importing({ name: 'p.zip', bytes: lying }), 'zip-mismatch')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 20)
  })

  it('files of an archive that share their bytes', async () => {
    const twice = Buffer.from(zip({ 'a.csv': strToU8(table), 'b.csv': strToU8(table) }).bytes)
    const [first, second] = [
      twice.indexOf('PK\x01\x02', 0, 'latin1'),
      twice.lastIndexOf('PK\x01\x02', undefined, 'latin1'),
    ]
    twice.writeUInt32LE(twice.readUInt32LE(first + 42), second + 42)
    await expectRefused(await importing({ name: 'p.zip', bytes: twice }), 'zip-mismatch')
  })

  it('paths that leave the pack, links, archives inside and encrypted files', async () => {
    await expectRefused(await importing(zip({ '../../a.csv': strToU8(table) })), 'unsafe-path')
    await expectRefused(await importing(zip({ '/etc/a.csv': strToU8(table) })), 'unsafe-path')
    await expectRefused(await importing(zip({ '..\\a.csv': strToU8(table) })), 'unsafe-path')
    const link = zip({ 'a.csv': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] })
    await expectRefused(await importing(link), 'link')
    await expectRefused(
      await importing(zip({ 'a.zip': zipSync({ 'a.csv': strToU8(table) }) })),
      'archive-inside',
    )
    const locked = Buffer.from(zip({ 'a.csv': strToU8(table) }).bytes)
    locked.writeUInt16LE(1, locked.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8)
    await expectRefused(await importing({ name: 'p.zip', bytes: locked }), 'zip-encrypted')
  })

  it('archives cut off at any byte, or with any byte of their files turned', async () => {
    const { bytes } = zip({ 'a.csv': strToU8(table.repeat(20).replaceAll('\nquestion,reference', '')) })
    for (let length = 0; length < bytes.length; length += 7)
      await expectRefused(await importing({ name: 'p.zip', bytes: bytes.subarray(0, length) }), 'not-a-zip')
    for (let at = 40; at < 120; at += 9) {
      const turned = Uint8Array.from(bytes)
      turned[at] = (turned[at] ?? 0) ^ 0x10
      await expectRefused(await importing({ name: 'p.zip', bytes: turned }), 'zip-mismatch')
    }
  })

  it('too many files and too many questions', async () => {
    const files = Array.from({ length: 12_001 }, (_, n) => ({ ...csv, name: `${n}.csv` }))
    await expectRefused(await importing(...files), 'too-many-files')
    const rows = Array.from({ length: 10_001 }, (_, n) => `q${n},r`).join('\n')
    await expectRefused(
      await importing({ name: 'a.csv', bytes: strToU8(`question,reference\n${rows}`) }),
      'too-many-questions',
    )
  })
})

describe('archives of other systems', () => {
  it('are read with their folders, their names in GBK and what they leave behind', async () => {
    const archive = Buffer.from(zip({ 'p/__MACOSX/._x': strToU8('x'), 'p/XX.csv': strToU8(table) }).bytes)
    // 问题 has as many bytes in GBK as the name it takes the place of has letters; the digest of a name is nowhere.
    const named = archive.toString('latin1').replaceAll('p/XX.csv', 'p/\xce\xca.csv')
    const { questions } = await imported({ name: 'p.zip', bytes: Buffer.from(named, 'latin1') })
    expect(questions).toBe(2)
  })

  it('are known by their content when their name has no ending', async () => {
    expect((await imported({ ...zip({ 'a.csv': strToU8(table) }), name: 'pack' })).questions).toBe(2)
  })
})
