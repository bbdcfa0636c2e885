import type { PackEntry } from '@/lib/domain/handbook/pack/entry'
import { limits } from '@/lib/domain/handbook/pack/limits'
import { problem } from '@/app/api/problem'

/** Bytes of a request: an upload, and what stands around its files in the form. */
const maxRequestBytes = limits.upload + 4 * 2 ** 20

export type Upload =
  | { readonly ok: true; readonly name: string; readonly files: readonly PackEntry[] }
  | { readonly ok: false; readonly response: Response }

const refuse = (...args: Parameters<typeof problem>): Upload => ({ ok: false, response: problem(...args) })

const tooLarge = (): Upload =>
  refuse('pack-too-large', `A pack may have ${limits.upload / 2 ** 20} MB at the most; nothing was imported.`)

/** The body as it came; `undefined` as soon as it is too large. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
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
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type))
    return refuse('unsupported-media-type', 'Send the pack as multipart/form-data with name and files.')
  const body = await readBytes(request)
  if (!body) return tooLarge()
  let form: FormData
  try {
    form = await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return refuse('invalid-request', 'The form is damaged or was cut off; nothing was imported.')
  }
  const sent = form.getAll('files').filter((file): file is File => file instanceof File && file.name !== '')
  if (sent.length === 0) {
    const message = 'choose at least one file'
    return refuse('invalid-request', `files: ${message}`, [{ field: 'files', message }])
  }
  const files = await Promise.all(
    sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const name = form.get('name')
  return { ok: true, name: typeof name === 'string' ? name : '', files }
}
