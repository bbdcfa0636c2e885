import { z } from 'zod'
import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { readBody, refuseForeign } from '@/app/api/request'
import { shareReport } from '@/lib/conduct/share-report'
import { mostDays, usualDays } from '@/lib/domain/report/share'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

const shareRequest = z.strictObject({
  days: z.int().min(1).max(mostDays).default(usualDays),
  withAnswers: z.boolean().default(true),
})

const headers = { 'cache-control': 'no-store' }

/** The links to an interview's report that its owner has handed out; tokens are not told again. */
export const GET = handle(async (request: Request, { params }: Context) => {
  const { id } = await params
  const owner = await guestOf(request)
  const shares = owner === undefined ? [] : await (await wire()).shares.list(owner, id)
  return Response.json({ shares }, { headers })
})

/** Hands out a copy of the report as it is now. */
export const POST = handle(async (request: Request, { params }: Context) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, shareRequest)
  if (!body.ok) return body.response
  const owner = await guestOf(request)
  const { id } = await params
  const made = owner === undefined ? undefined : await shareReport(await wire(), { id, owner }, body.value)
  if (!made) return noInterview()
  return Response.json({ ...made.share, token: made.token }, { status: 201, headers })
})
