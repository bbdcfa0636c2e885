import { owned } from '@/app/api/interviews/owned'
import { noInterview } from '@/app/api/interviews/rejections'
import { stopTurn } from '@/lib/conduct/stop-turn'
import { wire } from '@/lib/wire'

/** Stops what the model is doing for the interview; the turn ends with the built-in grade and words. */
export const POST = owned<{ id: string }>(async ({ id, owner }) => {
  const stopped = await stopTurn(await wire(), { id, owner })
  if (stopped === undefined) return noInterview()
  return Response.json({ stopped }, { headers: { 'cache-control': 'no-store' } })
})
