import { guestOf, guestOrNew } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { refuseForeign } from '@/app/api/request'
import { importPack, type ImportRequest } from '@/lib/conduct/import-pack'
import { wire } from '@/lib/wire'
import { notImported, shownPack } from './outcome'
import { importStream } from './import-stream'
import { readUpload } from './read-upload'

async function imported(request: ImportRequest, headers: HeadersInit): Promise<Response> {
  const outcome = await importPack(await wire(), request)
  if (!outcome.ok) return notImported(outcome)
  const { pack, ignored } = outcome
  return Response.json({ ...shownPack(pack), ignored }, { status: 201, headers })
}

/** Imports a pack, whole or not at all. Who accepts `application/x-ndjson` is told how far it is, a line each time. */
export const POST = handle(async (request: Request) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const upload = await readUpload(request)
  if (!upload.ok) return upload.response
  const guest = await guestOrNew(request)
  const headers = { 'cache-control': 'no-store', ...(guest.setCookie && { 'set-cookie': guest.setCookie }) }
  const { name, files } = upload
  const wanted = { owner: guest.id, name, files }
  return request.headers.get('accept')?.includes('application/x-ndjson')
    ? importStream(wanted, headers)
    : imported(wanted, headers)
})

/** The visitor's packs, the oldest first. */
export const GET = handle(async (request: Request) => {
  const owner = await guestOf(request)
  const packs = owner === undefined ? [] : await (await wire()).packs.list(owner)
  return Response.json({ packs: packs.map(shownPack) }, { headers: { 'cache-control': 'no-store' } })
})
