import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chance } from '@/lib/domain/interview/plan'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { buildVectorIndex } from '@/lib/edges/retrieval/vector-index'
import { smallHandbook } from '@/tests/fixtures/small-handbook'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-index-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const indexDir = (): string => path.join(dataDir, 'index', 'handbook', 'builtin-lsi')
const open = (hash = 'first', force = false) => openSearch({ handbook: smallHandbook(hash), dataDir, force })

interface Pointer {
  readonly folder: string
  readonly manifestSha256: string
}
const pointerFile = (): string => path.join(indexDir(), 'current.json')
const pointer = (): Pointer => JSON.parse(readFileSync(pointerFile(), 'utf8')) as Pointer

async function expectRight(opened: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (const text of ['gravity of the moon', '海水为什么会涨潮'])
    expect((await opened.search({ text, k: 1 }))[0]?.questionId).toBe('everyday/tide')
}

function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'index-child.ts'), dataDir, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines: string[] = []
  child.stdout
    .setEncoding('utf8')
    .on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  return { child, lines, over: once(child, 'close') }
}

describe('the index', () => {
  it('is right after several processes built it at once, of the same handbook and of another', async () => {
    const running = ['first', 'first', 'second'].map((hash) => start(hash, '4'))
    for (const { over, lines } of running) {
      expect((await over)[0]).toBe(0)
      expect(lines.filter((line) => line.startsWith('found'))).toEqual(Array(4).fill('found everyday/tide'))
    }
    await expectRight(await open())
    const again = await open()
    expect(again.rebuilt).toBe(false)
    await expectRight(again)
  })

  it('is right after its build was killed anywhere, and leaves nothing behind for ever', async () => {
    await open()
    for (let kill = 0; kill < 6; kill++) {
      const { child, lines, over } = start('first', '1000')
      const wanted = 1 + Math.floor(chance(5, kill) * 150)
      await new Promise<void>((resolve) => {
        child.stdout.on('data', () => (lines.length >= wanted ? resolve() : undefined))
      })
      child.kill('SIGKILL')
      await over
      const opened = await open()
      expect(opened.rebuilt).toBe(false)
      await expectRight(opened)
    }
    const past = new Date(Date.now() - 3_600_000)
    for (const name of readdirSync(indexDir())) utimesSync(path.join(indexDir(), name), past, past)
    await open()
    expect(readdirSync(indexDir()).sort()).toEqual([pointer().folder, 'current.json'].sort())
  })
})

/** Damages a file of the index and makes all checksums fit the damage, as a writer on a full disk would have. */
function forge(name: string, damage: (file: string) => void): void {
  const folder = path.join(indexDir(), pointer().folder)
  damage(path.join(folder, name))
  const manifestFile = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    files: Record<string, { bytes: number; sha256: string }>
  }
  if (name !== 'manifest.json') {
    const data = readFileSync(path.join(folder, name))
    manifest.files[name] = { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') }
    writeFileSync(manifestFile, JSON.stringify(manifest))
  }
  const manifestSha256 = createHash('sha256').update(readFileSync(manifestFile)).digest('hex')
  writeFileSync(pointerFile(), JSON.stringify({ ...pointer(), manifestSha256 }))
}

const edited = (change: (text: string) => string) => (file: string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')))
const overwritten = (at: number, value: number) => (file: string) => {
  const data = readFileSync(file)
  data.writeBigUInt64LE(BigInt(value), at)
  writeFileSync(file, data)
}

describe('an index that was written wrong, with checksums that fit', () => {
  it.each([
    ['hnswlib.index', 'is empty', (file: string) => truncateSync(file, 0)],
    ['hnswlib.index', 'has half a header', (file: string) => truncateSync(file, 40)],
    ['hnswlib.index', 'ends early', (file: string) => truncateSync(file, readFileSync(file).length - 8)],
    ['hnswlib.index', 'counts too few vectors', overwritten(16, 3)],
    ['hnswlib.index', 'counts too many vectors', overwritten(16, 1_000_000)],
    ['hnswlib.index', 'has another dimension', overwritten(32, 4_000)],
    ['args.json', 'names another dimension', edited((text) => text.replace(/\d+/, '7'))],
    ['manifest.json', 'names another dimension', edited((text) => text.replace(/("dimension": )\d+/, '$17'))],
    [
      'manifest.json',
      'names another number of passages',
      edited((text) => text.replace(/("passages": )\d+/, '$12')),
    ],
    ['embeddings.f32', 'lacks a number', (file: string) => truncateSync(file, readFileSync(file).length - 4)],
    ['embeddings.json', 'lacks the vocabulary', edited(() => '{"dimension":4}')],
    ['passages.json', 'is empty', edited(() => '[]')],
    ['passages.json', 'is of another shape', edited(() => '[{"id":1}]')],
    ['keywords.json', 'is not JSON', edited((text) => text.slice(0, 100))],
  ])('is built again: %s %s', async (name, _, damage) => {
    await open()
    forge(name, damage)
    const opened = await open()
    expect(opened.rebuilt).toBe(true)
    await expectRight(opened)
    expect((await open()).rebuilt).toBe(false)
  })
})

function mount(...options: readonly string[]): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', dataDir], { stdio: 'ignore' }).status === 0
}
const unmount = () => spawnSync('umount', [dataDir], { stdio: 'ignore' })

const page = 4096

/** Fills the folder's disk until about so many bytes are free; its own count of them may lag a little. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(dataDir)
  const size = bavail * bsize - Math.ceil(left / page) * page
  try {
    writeFileSync(path.join(dataDir, 'filler'), Buffer.alloc(Math.max(0, size)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

describe('a disk of its own (needs the right to mount one)', () => {
  it('keeps the old index and says what to do when the disk is full, wherever in the build that happens', async (context) => {
    if (!mount('-o', 'size=4m')) return context.skip('a file system cannot be mounted here')
    try {
      await open()
      const outcomes = new Set<string>()
      const folder = path.join(indexDir(), pointer().folder)
      const size = readdirSync(folder)
        .map((name) => Math.ceil(statSync(path.join(folder, name)).size / page) * page)
        .reduce((sum, bytes) => sum + bytes, 0)
      // Page by page around the vectors, which are written last.
      const near = Array.from({ length: 24 }, (_, i) => size + (i - 18) * page)
      for (const left of [0, size / 4, size / 2, ...near]) {
        await rm(path.join(dataDir, 'filler'), { force: true })
        fill(left)
        const outcome = await open('second', true).then(
          () => 'built',
          (error: Error) => error.message.replace(/.*: /, ''),
        )
        outcomes.add(outcome)
        if (outcome !== 'built') expect((await open()).rebuilt).toBe(false)
        if (outcome === 'built') break
      }
      expect([...outcomes].at(-1)).toBe('built')
      expect([...outcomes].slice(0, -1).every((outcome) => outcome.includes('disk'))).toBe(true)
      expect(outcomes.size).toBeGreaterThan(1)
    } finally {
      unmount()
    }
  })

  it('does not believe the vector library, which sees no full disk', async (context) => {
    if (!mount('-o', 'size=8k')) return context.skip('a file system cannot be mounted here')
    const folder = await mkdtemp(path.join(tmpdir(), 'viva-vectors-'))
    try {
      symlinkSync(path.join(dataDir, 'vectors'), path.join(folder, 'hnswlib.index'))
      const vector = Float32Array.from({ length: 100 }, (_, d) => (d === 0 ? 1 : 0))
      const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`)
      const embeddings = { dimension: 100, embed: () => vector }
      await expect(buildVectorIndex(folder, texts, embeddings, () => undefined)).rejects.toThrow(
        'not written whole',
      )
    } finally {
      unmount()
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('serves from a read-only disk, and says what to do when it would have to write', async (context) => {
    if (!mount('-o', 'size=4m')) return context.skip('a file system cannot be mounted here')
    try {
      await open()
      mount('-o', 'remount,ro,size=4m')
      const opened = await open()
      expect(opened.rebuilt).toBe(false)
      await expectRight(opened)
      await expect(open('second')).rejects.toThrow(/read-only: set VIVA_DATA_DIR/)
    } finally {
      unmount()
    }
  })
})
