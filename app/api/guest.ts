import { wire } from '@/lib/wire'

/** Who sends this request, by its cookie; `undefined` without one, or with one that was not signed here. */
export const guestOf = async (request: Request): Promise<string | undefined> =>
  (await (await wire()).guests.read(request.headers.get('cookie') ?? undefined))?.id

/** The guest of this request, a new one with its cookie when there was none. */
export async function guestOrNew(request: Request): Promise<{ id: string; setCookie?: string }> {
  const { guests } = await wire()
  // A chain of proxies lists its protocols, the visitor's own first.
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  const secure = (forwarded ?? new URL(request.url).protocol.replace(':', '')) === 'https'
  const known = await guests.read(request.headers.get('cookie') ?? undefined)
  return known && !known.stale ? { id: known.id } : guests.issue({ id: known?.id, secure })
}
