import { problem } from '@/app/api/problem'
import { log } from '@/lib/edges/log'
import { wire } from '@/lib/wire'

export const dynamic = 'force-dynamic'

/** Database open, handbook read and index loaded: requests can be served. */
export async function GET(): Promise<Response> {
  try {
    const ports = await wire()
    const { questions } = await ports.handbook()
    if (!(await ports.ready()))
      return problem('not-ready', 'The database does not answer; see the server log.')
    return Response.json(
      { status: 'ready', questions: questions.size },
      { headers: { 'cache-control': 'no-store' } },
    )
  } catch (error) {
    log.error({ err: error }, 'not ready')
    return problem(
      'not-ready',
      'The database, the handbook or the index could not be opened; see the server log.',
    )
  }
}
