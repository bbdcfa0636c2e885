import { z } from 'zod'
import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { noInterview } from '@/app/api/interviews/rejections'
import { invalid } from '@/app/api/problem'
import { readReport } from '@/lib/conduct/read-report'
import { reportMarkdown } from '@/lib/domain/report/report-markdown'
import { wire } from '@/lib/wire'

type Context = { params: Promise<{ id: string }> }

const query = z.object({ format: z.enum(['json', 'md'], 'must be json or md').default('json') })

/** The report as JSON or Markdown; of a running interview, what there is of it so far. */
export const GET = handle(async (request: Request, { params }: Context) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return invalid(parsed.error)
  const { id } = await params
  const report = await readReport(await wire(), { id, owner: await guestOf(request) })
  if (!report) return noInterview()
  const headers = { 'cache-control': 'no-store' }
  if (parsed.data.format === 'json') return Response.json(report, { headers })
  return new Response(reportMarkdown(report), {
    headers: { ...headers, 'content-type': 'text/markdown; charset=utf-8' },
  })
})
