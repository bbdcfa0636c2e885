import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { env } from '@/lib/env'
import { runCommand } from './json-lines'
import { progressLine } from './progress-line'

const { force } = new Command('index')
  .description('Builds the search index unless it is fresh')
  .option('--force', 'build it even if it is fresh', false)
  .parse()
  .opts<{ force: boolean }>()

await runCommand(async () => {
  if (force) await rm(path.join(env.dataDir, 'index'), { recursive: true, force: true })
  const progress = progressLine('Building the search index')
  const index = await openSearch({
    handbook: await loadHandbook(),
    dataDir: env.dataDir,
    onProgress: progress.update,
  })
  progress.end()
  console.log(
    `${index.rebuilt ? 'built' : 'fresh'}: ${index.passages} passages, ${index.seconds.toFixed(1)} seconds`,
  )
})
