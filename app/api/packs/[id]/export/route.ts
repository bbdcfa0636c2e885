import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noPack } from '@/app/api/packs/outcome'
import { exportPack } from '@/lib/conduct/export-pack'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

/** A name that every system takes, and beside it the real one (RFC 6266). */
const disposition = (name: string): string =>
  `attachment; filename="pack.zip"; filename*=UTF-8''${encodeURIComponent(`${name}.zip`).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** A pack as a ZIP of question files, which imports again to the same. */
export const GET = handle(async (request: Request, { params }: Context) => {
  const { id } = await params
  const found = await exportPack(await wire(), { owner: await guestOf(request), id })
  if (!found) return noPack()
  return new Response(found.zip, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': disposition(found.name),
      'cache-control': 'no-store, no-transform',
    },
  })
})
