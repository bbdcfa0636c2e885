import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** What an index is of; another value in any field makes it stale. */
const identity = z.object({
  version: z.int(),
  /** Which embeddings, fitted how. */
  model: z.string(),
  /** `Handbook.hash`. */
  contentHash: z.string(),
})
export type Identity = z.infer<typeof identity>

const manifest = identity.extend({
  dimension: z.int().min(0),
  passages: z.int().min(1),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifest>

const pointer = z.object({ folder: z.uuid(), manifestSha256: z.string() })
type Pointer = z.infer<typeof pointer>

export type Checked =
  | { readonly ok: true; readonly folder: string; readonly manifest: Manifest }
  | { readonly ok: false; readonly reason: string }

const manifestName = 'manifest.json'
const pointerName = 'current.json'
const draftPrefix = 'draft-'

/** How long a folder that nobody points at is left alone: another process may be writing or reading it. */
const sweepAfter = 10 * 60 * 1000

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Piece by piece: the largest file is tens of megabytes. */
async function digest(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file)) {
    hash.update(piece as Buffer)
    bytes += (piece as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function flush(target: string): Promise<void> {
  const handle = await open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes away what no process can be using any more; never a reason to fail. */
export async function sweep(dir: string): Promise<void> {
  const current = await readPointer(dir).catch(() => undefined)
  for (const name of await readdir(dir).catch(() => [])) {
    if (name === pointerName || name === current?.folder) continue
    const target = path.join(dir, name)
    const changed = await stat(target).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    )
    if (Date.now() - changed > sweepAfter)
      await rm(target, { recursive: true, force: true }).catch(() => undefined)
  }
}

const readPointer = async (dir: string): Promise<Pointer> =>
  pointer.parse(JSON.parse(await readFile(path.join(dir, pointerName), 'utf8')))

/** Points at a folder by one rename: of two processes that do so at once the last one wins, and both folders stand. */
async function pointAt(dir: string, target: Pointer): Promise<void> {
  const draft = path.join(dir, `${draftPrefix}pointer-${target.folder}`)
  await writeFile(draft, JSON.stringify(target), { flush: true })
  await rename(draft, path.join(dir, pointerName))
  await flush(dir)
}

async function describe(draft: string, about: Omit<Manifest, 'files'>): Promise<string> {
  const files: Manifest['files'] = {}
  for (const file of await readdir(draft)) {
    await flush(path.join(draft, file))
    files[file] = await digest(path.join(draft, file))
  }
  const text = JSON.stringify({ ...about, files }, null, 2)
  await writeFile(path.join(draft, manifestName), text, { flush: true })
  await flush(draft)
  return text
}

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space, or set VIVA_DATA_DIR to a folder on another disk',
  EACCES: 'this user may not write there: change its owner, or set VIVA_DATA_DIR to a folder of your own',
  EPERM: 'this user may not write there: change its owner, or set VIVA_DATA_DIR to a folder of your own',
  ENOENT: 'the folder is not there and cannot be made: set VIVA_DATA_DIR to one that can be written',
  EROFS: 'the file system is read-only: set VIVA_DATA_DIR to a folder that can be written',
}

function cannotWrite(dir: string, cause: unknown): Error {
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const why = advice[code] ?? (cause instanceof Error ? cause.message : String(cause))
  return new Error(`The search index could not be written to ${dir}: ${why}`, { cause })
}

/**
 * Writes an index beside the one in use and then points at it: readers see the old one or the new one, whole. Every
 * process writes into a folder of its own.
 * @param write puts the files into the folder it is handed
 * @returns the folder
 * @throws when it cannot be written, saying what to do; the index in use is left as it was
 */
export async function writeIndex(
  dir: string,
  about: Omit<Manifest, 'files'>,
  write: (folder: string) => Promise<void>,
): Promise<string> {
  const name = randomUUID()
  const draft = path.join(dir, draftPrefix + name)
  const folder = path.join(dir, name)
  try {
    await mkdir(dir, { recursive: true })
    await mkdir(draft)
    await write(draft)
    const text = await describe(draft, about)
    await rename(draft, folder)
    await pointAt(dir, { folder: name, manifestSha256: sha256(Buffer.from(text)) })
  } catch (cause) {
    for (const left of [draft, folder])
      await rm(left, { recursive: true, force: true }).catch(() => undefined)
    throw cannotWrite(dir, cause)
  }
  return folder
}

async function checkFolder(folder: string, manifestSha256: string, wanted: Identity): Promise<Checked> {
  const text = await readFile(path.join(folder, manifestName))
  if (sha256(text) !== manifestSha256) return { ok: false, reason: 'its manifest was damaged' }
  const found = manifest.parse(JSON.parse(text.toString('utf8')))
  for (const field of ['version', 'model', 'contentHash'] as const)
    if (found[field] !== wanted[field]) return { ok: false, reason: `it was stale (${field})` }
  for (const [file, expected] of Object.entries(found.files)) {
    const { bytes, sha256 } = await digest(path.join(folder, file))
    if (bytes !== expected.bytes || sha256 !== expected.sha256)
      return { ok: false, reason: `${file} was damaged` }
  }
  return { ok: true, folder, manifest: found }
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'a file of it was missing' : 'it could not be read'

/**
 * Finds the index in use and proves every byte of it before anything loads it: a damaged vector file would take
 * the process down. While another process points elsewhere in between, it looks again.
 * @returns its folder, or the reason why it must be built
 */
export async function checkIndex(dir: string, wanted: Identity, triesLeft = 3): Promise<Checked> {
  let current: Pointer
  try {
    current = await readPointer(dir)
  } catch (error) {
    const none = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, reason: none ? 'there was none' : 'its pointer was damaged' }
  }
  const checked = await checkFolder(path.join(dir, current.folder), current.manifestSha256, wanted).catch(
    (error: unknown): Checked => ({ ok: false, reason: reasonOf(error) }),
  )
  if (checked.ok || triesLeft <= 1) return checked
  const now = await readPointer(dir).catch(() => current)
  return now.folder === current.folder ? checked : checkIndex(dir, wanted, triesLeft - 1)
}
