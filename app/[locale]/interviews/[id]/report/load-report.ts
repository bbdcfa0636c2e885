import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { readReport } from '@/lib/conduct/read-report'
import { wire } from '@/lib/wire'

/** The visitor's report, read once for the page and its title, and whether a model could look at it again. */
export const loadReport = cache(async (id: string) => {
  const ports = await wire()
  const report = await readReport(ports, { id, owner: await visitor() })
  return report && { report, hasModel: ports.modelGrade !== undefined }
})
