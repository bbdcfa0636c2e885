import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { readAttempts } from '@/lib/conduct/read-attempts'
import { readReport } from '@/lib/conduct/read-report'
import { openingFacts } from '@/lib/domain/report/opening'
import { wire } from '@/lib/wire'

/** The visitor's report, read once for the page and its title, whether a model could look at it again or word its
 * opening, what was answered before,
 * and who may read it. */
export const loadReport = cache(async (id: string) => {
  const ports = await wire()
  const owner = await visitor()
  const report = await readReport(ports, { id, owner })
  return (
    report && {
      report,
      hasModel: ports.modelGrade !== undefined,
      toBeWorded: ports.wordOpening !== undefined && !report.opening && openingFacts(report) !== undefined,
      attempts: await readAttempts(ports, owner),
      shares: owner === undefined ? [] : await ports.shares.list(owner, id),
      now: ports.now(),
    }
  )
})
