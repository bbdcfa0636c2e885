import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { readAttempts } from '@/lib/conduct/read-attempts'
import { readReport } from '@/lib/conduct/read-report'
import { wire } from '@/lib/wire'

/** The visitor's report, read once for the page and its title, whether a model could look at it again, what was answered before,
 * and who may read it. */
export const loadReport = cache(async (id: string) => {
  const ports = await wire()
  const owner = await visitor()
  const report = await readReport(ports, { id, owner })
  return (
    report && {
      report,
      hasModel: ports.modelGrade !== undefined,
      attempts: await readAttempts(ports, owner),
      shares: owner === undefined ? [] : await ports.shares.list(owner, id),
      now: ports.now(),
    }
  )
})
