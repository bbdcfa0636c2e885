import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** What an index is of; another value in any field makes it stale. */
export const identity = z.object({
  version: z.int(),
  model: z.string(),
  /** `Handbook.hash`. */
  contentHash: z.string(),
})
export type Identity = z.infer<typeof identity>

const manifest = identity.extend({
  dimension: z.int().min(1),
  passages: z.int().min(1),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifest>

const pointer = z.object({ folder: z.string().regex(/^[\w-]+$/), manifestSha256: z.string() })

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
const manifestName = 'manifest.json'
const pointerName = 'current.json'
const partial = 'partial-'

/** How long a folder that nobody points at is left alone: another process may still be writing or reading it. */
const sweepAfter = 10 * 60 * 1000

async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(dir: string, keep: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const target = path.join(dir, name)
    const { mtimeMs } = await stat(target).catch(() => ({ mtimeMs: Infinity }))
    if (name !== keep && name !== pointerName && Date.now() - mtimeMs > sweepAfter)
      await rm(target, { recursive: true, force: true })
  }
}

/**
 * Writes an index beside the one in use and then points at it: readers see the old one or the new one, whole.
 * @param write puts the files into the folder it is handed
 * @throws when the folder cannot be written; the index in use is left as it was
 */
export async function writeIndex(
  dir: string,
  about: Omit<Manifest, 'files'>,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const name = randomUUID()
  const draft = path.join(dir, partial + name)
  try {
    await mkdir(draft, { recursive: true })
    await write(draft)
    const files: Manifest['files'] = {}
    for (const file of await readdir(draft)) {
      await sync(path.join(draft, file))
      const data = await readFile(path.join(draft, file))
      files[file] = { bytes: data.length, sha256: sha256(data) }
    }
    const text = JSON.stringify({ ...about, files }, null, 2)
    await writeFile(path.join(draft, manifestName), text, { flush: true })
    await rename(draft, path.join(dir, name))
    const next = path.join(dir, `${pointerName}.${name}`)
    const target = { folder: name, manifestSha256: sha256(Buffer.from(text)) }
    await writeFile(next, JSON.stringify(target), { flush: true })
    await rename(next, path.join(dir, pointerName))
    await sync(dir)
    await sweep(dir, name)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    throw new Error(
      `The search index could not be written to ${dir}; free space there, or set VIVA_DATA_DIR`,
      { cause },
    )
  }
}

/**
 * Finds the index in use and proves every byte of it before anything loads it: a damaged vector file would take
 * the process down.
 * @returns its folder, or the reason why it must be built again
 */
export async function checkIndex(
  dir: string,
  wanted: Identity,
): Promise<{ ok: true; folder: string; manifest: Manifest } | { ok: false; reason: string }> {
  try {
    const { folder: name, manifestSha256 } = pointer.parse(
      JSON.parse(await readFile(path.join(dir, pointerName), 'utf8')),
    )
    const folder = path.join(dir, name)
    const text = await readFile(path.join(folder, manifestName))
    if (sha256(text) !== manifestSha256) return { ok: false, reason: 'its manifest is damaged' }
    const found = manifest.parse(JSON.parse(text.toString('utf8')))
    for (const field of ['version', 'model', 'contentHash'] as const)
      if (found[field] !== wanted[field]) return { ok: false, reason: `it is stale (${field})` }
    for (const [file, { bytes, sha256: expected }] of Object.entries(found.files)) {
      const data = await readFile(path.join(folder, file))
      if (data.length !== bytes || sha256(data) !== expected)
        return { ok: false, reason: `${file} is damaged` }
    }
    return { ok: true, folder, manifest: found }
  } catch (error) {
    return {
      ok: false,
      reason: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : 'it cannot be read',
    }
  }
}
