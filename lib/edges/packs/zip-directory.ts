import { problemAt, type PackProblem } from '@/lib/domain/handbook/pack/problem'
import { isSafePath, kindOf } from '@/lib/domain/handbook/pack/entry'
import { limits } from '@/lib/domain/handbook/pack/limits'

/** A file of an archive as its directory describes it. */
export interface ZipFile {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** Where its bytes begin. */
  readonly start: number
}

export type Directory =
  | { readonly ok: true; readonly files: readonly ZipFile[] }
  | { readonly ok: false; readonly problem: PackProblem }

const signatures = { end: 0x06054b50, file: 0x02014b50, local: 0x04034b50 }
const [endLength, fileLength, localLength] = [22, 46, 30]
const encrypted = 1
const utf8 = 1 << 11
/** Type bits of a Unix mode, and the type of a symbolic link. */
const [typeMask, link] = [0o170000, 0o120000]

/** Where the end-of-directory record stands: at the end, before a comment of 65,535 bytes at the most. */
function findEnd(data: Buffer): number {
  for (let at = data.length - endLength; at >= Math.max(0, data.length - endLength - 0xffff); at--)
    if (
      data.readUInt32LE(at) === signatures.end &&
      at + endLength + data.readUInt16LE(at + 20) === data.length
    )
      return at
  return -1
}

/** Names are UTF-8 where the archive says so or they read as such; else as Chinese systems write them. */
function nameOf(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(flags & utf8 ? 'utf-8' : 'gb18030').decode(bytes)
  }
}

interface Entry extends Omit<ZipFile, 'start'> {
  readonly flags: number
  readonly isLink: boolean
  readonly local: number
  /** Where the next entry stands. */
  readonly next: number
}

function readEntry(data: Buffer, at: number): Entry | undefined {
  if (at + fileLength > data.length || data.readUInt32LE(at) !== signatures.file) return undefined
  const [flags, method] = [data.readUInt16LE(at + 8), data.readUInt16LE(at + 10)]
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ]
  const name = nameOf(data.subarray(at + fileLength, at + fileLength + nameLength), flags)
  const isUnix = data.readUInt8(at + 5) === 3
  const mode = isUnix ? data.readUInt32LE(at + 38) >>> 16 : 0
  return {
    ...{ name: name.replaceAll('\\', '/'), flags, method, isLink: (mode & typeMask) === link },
    ...{
      crc: data.readUInt32LE(at + 16),
      packed: data.readUInt32LE(at + 20),
      unpacked: data.readUInt32LE(at + 24),
    },
    ...{ local: data.readUInt32LE(at + 42), next: at + fileLength + nameLength + extra + comment },
  }
}

/** Why an entry may not be unpacked. */
function objection({ name, flags, method, isLink, unpacked }: Entry): PackProblem | undefined {
  if (!isSafePath(name)) return problemAt({ file: name }, 'unsafe-path')
  if (isLink) return problemAt({ file: name }, 'link')
  if (flags & encrypted) return problemAt({ file: name }, 'zip-encrypted')
  if (kindOf(name) === 'archive') return problemAt({ file: name }, 'archive-inside')
  if (method !== 0 && method !== 8) return problemAt({ file: name }, 'zip-method')
  return unpacked > limits.file
    ? problemAt({ file: name }, 'file-too-large', { most: limits.file / 2 ** 20 })
    : undefined
}

/** Where the bytes of an entry begin; `undefined` when they do not lie inside the archive. */
function startOf(data: Buffer, { local, packed }: Entry): number | undefined {
  if (local + localLength > data.length || data.readUInt32LE(local) !== signatures.local) return undefined
  const start = local + localLength + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
  return start + packed <= data.length ? start : undefined
}

/** Two files that share bytes are how a small archive unpacks to a huge one. */
function overlap(files: readonly ZipFile[]): ZipFile | undefined {
  const inOrder = [...files].sort((a, b) => a.start - b.start)
  return inOrder.find((file, index) => {
    const before = inOrder[index - 1]
    return before !== undefined && before.start + before.packed > file.start
  })
}

/**
 * Reads what an archive says of itself, and refuses it before anything is unpacked: too many files, too much in all, paths
 * that leave the pack, links, archives inside, files that overlap. The files are those of a pack; others are left aside.
 */
export function readDirectory(archive: string, data: Buffer): Directory {
  const refuse = (problem: PackProblem): Directory => ({ ok: false, problem })
  const end = data.length < endLength ? -1 : findEnd(data)
  if (end < 0) return refuse(problemAt({ file: archive }, 'not-a-zip'))
  const [count, from] = [data.readUInt16LE(end + 10), data.readUInt32LE(end + 16)]
  if (count > limits.files || count === 0xffff)
    return refuse(problemAt({ file: archive }, 'too-many-files', { most: limits.files }))
  const files: ZipFile[] = []
  let [at, total] = [from, 0]
  for (let index = 0; index < count; index++) {
    const entry = readEntry(data, at)
    if (!entry) return refuse(problemAt({ file: archive }, 'not-a-zip'))
    at = entry.next
    if (entry.name.endsWith('/')) continue
    const wrong = objection(entry)
    if (wrong) return refuse(wrong)
    if (kindOf(entry.name) === 'other') continue
    total += entry.unpacked
    if (total > limits.unpacked)
      return refuse(problemAt({ file: archive }, 'unpacked-too-large', { most: limits.unpacked / 2 ** 20 }))
    const start = startOf(data, entry)
    if (start === undefined) return refuse(problemAt({ file: entry.name }, 'not-a-zip'))
    const { name, method, crc, packed, unpacked } = entry
    files.push({ name, method, crc, packed, unpacked, start })
  }
  const shared = overlap(files)
  return shared ? refuse(problemAt({ file: shared.name }, 'zip-mismatch')) : { ok: true, files }
}
