import { owned } from '@/app/api/interviews/owned'
import { noInterview } from '@/app/api/interviews/rejections'
import { problem } from '@/app/api/problem'
import { writeOpening } from '@/lib/conduct/write-opening'
import { wire } from '@/lib/wire'

/** Has the model word the opening of a report, once. */
export const POST = owned<{ id: string }>(async ({ id, owner }) => {
  const outcome = await writeOpening(await wire(), { id, owner })
  if (outcome.ok)
    return Response.json({ written: outcome.written }, { headers: { 'cache-control': 'no-store' } })
  switch (outcome.reason) {
    case 'not-found':
      return noInterview()
    case 'not-closed':
      return problem('interview-running', 'The opening is worded when the interview has ended.')
    case 'no-model':
      return problem('no-model', 'No model is set up here; the report opens with composed words.')
    case 'failed':
      return problem(
        'wording-failed',
        `The model did not word the opening (${outcome.failure}); the composed words stand. Reload the report to try again.`,
      )
  }
})
