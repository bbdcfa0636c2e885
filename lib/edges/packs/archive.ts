import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { breather } from '@/lib/conduct/breathe'
import type { Archive, Unzipped } from '@/lib/conduct/ports'
import type { PackEntry } from '@/lib/domain/handbook/pack/entry'
import { problemAt } from '@/lib/domain/handbook/pack/problem'
import { readDirectory, type ZipFile } from './zip-directory'

const inflate = promisify(inflateRaw) as (
  data: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>

/** Bytes whose checksum is made at once. */
const piece = 2 ** 20

async function checksum(bytes: Uint8Array, rest: () => Promise<void>): Promise<number> {
  let crc = 0
  for (let start = 0; start < bytes.length; start += piece) {
    crc = crc32(bytes.subarray(start, start + piece), crc)
    await rest()
  }
  return crc
}

/**
 * The bytes of one file, unpacked outside of the event loop.
 * @returns `undefined` when they are more or others than the archive says; no more than that is ever unpacked
 */
async function unpack(
  data: Buffer,
  file: ZipFile,
  rest: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  const packed = data.subarray(file.start, file.start + file.packed)
  const bytes =
    file.method === 0
      ? packed
      : await inflate(packed, { maxOutputLength: Math.max(1, file.unpacked) }).catch(() => undefined)
  if (bytes?.length !== file.unpacked) return undefined
  return (await checksum(bytes, rest)) === file.crc ? bytes : undefined
}

async function unzip({ name, bytes }: PackEntry): Promise<Unzipped> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = readDirectory(name, data)
  if (!directory.ok) return directory
  const rest = breather()
  const entries: PackEntry[] = []
  for (const file of directory.files) {
    const unpacked = await unpack(data, file, rest)
    if (!unpacked) return { ok: false, problem: problemAt({ file: file.name }, 'zip-mismatch') }
    entries.push({ name: file.name, bytes: unpacked })
    await rest()
  }
  return { ok: true, entries }
}

/** Packs files as they are asked for, so that a slow reader holds up the work and not the memory. */
function zip(files: Iterable<{ readonly name: string; readonly text: string }>): ReadableStream<Uint8Array> {
  const left = files[Symbol.iterator]()
  const rest = breather()
  let archive: Zip | undefined
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      archive = new Zip((error, chunk, final) => {
        if (error) return controller.error(error)
        controller.enqueue(chunk)
        if (final) controller.close()
      })
    },
    pull: async () => {
      await rest()
      const next = left.next()
      if (next.done) return archive?.end()
      const file = new ZipDeflate(next.value.name, { level: 6 })
      archive?.add(file)
      file.push(strToU8(next.value.text), true)
    },
    cancel: () => archive?.terminate(),
  })
}

export const archive: Archive = { unzip, zip }
