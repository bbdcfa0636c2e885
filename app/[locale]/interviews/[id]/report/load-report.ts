import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { readReport } from '@/lib/conduct/read-report'
import { wire } from '@/lib/wire'

/** The visitor's report, read once for the page and its title. */
export const loadReport = cache(async (id: string) =>
  readReport(await wire(), { id, owner: await visitor() }),
)
