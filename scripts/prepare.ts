import { env } from '@/lib/env'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { openStore } from '@/lib/edges/store/open-store'
import { buildIfStale } from './build-if-stale'
import { progressLine } from './progress-line'

const report = (line: string): void => console.log(`viva: ${line}`)

/** Makes everything that `next start` needs and that is not fresh: database, index, build. */
async function prepare(): Promise<void> {
  const store = await openStore(`${env.dataDir}/viva.db`)
  store.close()
  report(`The database is ready in ${env.dataDir}.`)

  const handbook = await loadHandbook()
  const progress = progressLine('Building the search index')
  const index = await openSearch({ handbook, dataDir: env.dataDir, onProgress: progress.update })
  progress.end()
  report(
    index.rebuilt
      ? `The index is built: ${index.passages} passages in ${index.seconds.toFixed(1)} s.`
      : `The index is fresh: ${index.passages} passages.`,
  )
  await buildIfStale(report)
}

prepare().catch((error: unknown) => {
  console.error(`viva: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
