import path from 'node:path'
import { Command } from 'commander'
import { coverage, type Coverage } from '@/lib/domain/handbook/assemble'
import { checkQuestion } from '@/lib/domain/interviewer/check-question'
import type { Problem } from '@/lib/domain/handbook/parse-question'
import { readPack } from '@/lib/edges/packs/load-handbook'

function table({ topics, questions, outlineCovered, outlineTotal }: Coverage): string {
  const rows = Object.entries(topics)
    .filter(([, row]) => row.questions > 0)
    .map(
      ([id, row]) =>
        `  ${id.padEnd(34)}${String(row.questions).padStart(4)} questions  ${row.covered}/${row.outline} of the outline`,
    )
  return [...rows, `${questions} questions, ${outlineCovered} of ${outlineTotal} outline ids covered`].join(
    '\n',
  )
}

const inWords = ({ file, field, message }: Problem): string => `${file}${field && `: ${field}`}: ${message}`

/** Checks the pack as a whole and each question by itself; exit code 1 when anything is wrong. */
async function check(dir: string, json: boolean): Promise<void> {
  const { handbook, problems } = await readPack(dir)
  const errors = [...problems, ...[...handbook.questions.values()].flatMap(checkQuestion)]
  const result = coverage(handbook)
  if (json) console.log(JSON.stringify({ ...result, errors }, null, 2))
  else console.log(table(result))
  if (!json) for (const error of errors) console.error(inWords(error))
  process.exitCode = errors.length > 0 ? 1 : 0
}

const { dir, json } = new Command('content:check')
  .description('Checks every file of the handbook and reports how much of the outline is covered')
  .option('--dir <folder>', 'the pack to check', path.join(process.cwd(), 'content'))
  .option('--json', 'print one JSON object', false)
  .parse()
  .opts<{ dir: string; json: boolean }>()

await check(dir, json)
