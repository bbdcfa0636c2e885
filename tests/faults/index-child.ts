import { openSearch } from '@/lib/edges/retrieval/open-search'
import { smallHandbook } from '@/tests/fixtures/small-handbook'

/** Opens the index of a data folder, `times` times by force, and says what it does, a line each. */
const [dataDir = '', hash = '', times = '1'] = process.argv.slice(2)

for (let time = 0; time < Number(times); time++) {
  const { search } = await openSearch({
    handbook: smallHandbook(hash),
    dataDir,
    force: true,
    onProgress: (done, total, stage) => process.stdout.write(`${stage} ${done}/${total}\n`),
  })
  const [hit] = await search({ text: 'gravity of the moon', k: 1 })
  process.stdout.write(`found ${hit?.questionId}\n`)
}
