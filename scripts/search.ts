import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { languages } from '@/lib/domain/handbook/language'
import { wire } from '@/lib/wire'
import { readJsonLines, runCommand, writeJsonLines } from './json-lines'

const row = z.object({
  id: z.union([z.string(), z.number()]),
  query: z.string(),
  language: z.enum(languages).optional(),
})

function count(value: string): number {
  const k = Number(value)
  if (!Number.isInteger(k) || k < 1) throw new InvalidArgumentError('it must be a whole number from 1')
  return k
}

const options = new Command('search')
  .description('Searches the handbook for every query of a file')
  .requiredOption('--in <file>', 'JSON lines of {id, query, language?}')
  .requiredOption('--out <file>', 'JSON lines of {id, hits: [{questionId, covers, score}]}')
  .option('--k <n>', 'hits for each query', count, 10)
  .parse()
  .opts<{ in: string; out: string; k: number }>()

await runCommand(async () => {
  const rows = await readJsonLines(options.in, row)
  const ports = await wire()
  const { questions } = await ports.handbook()
  const found = []
  for (const { id, query, language } of rows) {
    const hits = await ports.search({ text: query, k: options.k, ...(language && { language }) })
    const shown = hits.map(({ questionId, score }) => ({
      questionId,
      covers: questions.get(questionId)?.covers ?? [],
      score,
    }))
    found.push({ id, hits: shown })
  }
  await writeJsonLines(options.out, found)
  ports.close()
})
