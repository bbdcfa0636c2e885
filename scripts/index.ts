import { Command } from 'commander'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { createEmbedder } from '@/lib/edges/models/embedder'
import { env } from '@/lib/env'
import { modelEndpoint } from '@/lib/wire'
import { runCommand } from './json-lines'
import { progressLine } from './progress-line'

const { force } = new Command('index')
  .description('Builds the search index unless it is fresh')
  .option('--force', 'build it even if it is fresh', false)
  .parse()
  .opts<{ force: boolean }>()

await runCommand(async () => {
  const progress = progressLine('Building the search index')
  const index = await openSearch({
    handbook: await loadHandbook(),
    dataDir: env.dataDir,
    force,
    onProgress: progress.update,
  })
  const { model } = env
  if (model?.embeddingModel !== undefined) {
    const embedder = createEmbedder(modelEndpoint(model), model.embeddingModel)
    const hooks = { onProgress: progress.update, onFailure: () => undefined }
    await index.withEmbedder(embedder, hooks).prepare()
  }
  progress.end()
  const state = index.rebuilt ? `built, as ${index.reason ?? 'there was none'}` : 'fresh'
  console.log(`${state}: ${index.passages} passages, ${index.seconds.toFixed(1)} seconds`)
})
