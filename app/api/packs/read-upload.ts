import type { PackEntry } from '@/lib/domain/handbook/pack/entry'
import { limits } from '@/lib/domain/handbook/pack/limits'
import { problem } from '@/app/api/problem'
import { boundaryOf, readForm } from './multipart'

/** Bytes of a request: an upload, and what stands around its files in the form. */
const maxRequestBytes = limits.upload + 4 * 2 ** 20

export type Upload =
  | { readonly ok: true; readonly name: string; readonly files: readonly PackEntry[] }
  | { readonly ok: false; readonly response: Response }

const refuse = (...args: Parameters<typeof problem>): Upload => ({ ok: false, response: problem(...args) })

const tooLarge = (): Upload =>
  refuse('pack-too-large', `A pack may have ${limits.upload / 2 ** 20} MB at the most; nothing was imported.`)

/** The body as it came; `undefined` as soon as it is too large. */
async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxRequestBytes) return undefined
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxRequestBytes) return undefined
    chunks.push(chunk)
  }
  const whole = new Uint8Array(bytes)
  let end = 0
  for (const chunk of chunks) {
    whole.set(chunk, end)
    end += chunk.byteLength
  }
  return whole
}

/** Reads the form that a pack is sent as: `name`, and any number of `files` whose names may have folders in them. */
export async function readUpload(request: Request): Promise<Upload> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  if (boundary === undefined)
    return refuse('unsupported-media-type', 'Send the pack as multipart/form-data with name and files.')
  const body = await readBytes(request)
  if (!body) return tooLarge()
  const parts = readForm(body, boundary)
  if (!parts) return refuse('invalid-request', 'The form is damaged or was cut off; nothing was imported.')
  const files = parts.flatMap(({ name, fileName = '', bytes }) =>
    name === 'files' && fileName !== '' ? [{ name: fileName, bytes }] : [],
  )
  if (files.length === 0) {
    const message = 'choose at least one file'
    return refuse('invalid-request', `files: ${message}`, [{ field: 'files', message }])
  }
  const given = parts.find(({ name, fileName }) => name === 'name' && fileName === undefined)
  return { ok: true, name: given ? new TextDecoder().decode(given.bytes) : '', files }
}
