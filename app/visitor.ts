import { headers } from 'next/headers'
import { wire } from '@/lib/wire'

/** The guest id of whoever asks for this page; `undefined` on a first visit. Pages never make guests. */
export async function visitor(): Promise<string | undefined> {
  const cookie = (await headers()).get('cookie') ?? undefined
  return (await (await wire()).guests.read(cookie))?.id
}
