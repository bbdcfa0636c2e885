import { Command } from 'commander'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { wire } from '@/lib/wire'
import { authors, gradingInputOf, isForFitting, readKnownAnswers } from '@/tests/eval/answers'
import { evaluateBareReferences, evaluateRetrieval } from '@/tests/eval/dev-sets'
import { confidenceTable, holds, qualityLine, qualityTable, type Scored } from '@/tests/eval/quality'
import { runCommand } from './json-lines'

const { devSets, misses, topic } = new Command('eval')
  .description('How good grading is on answers with known scores, and grading and search on other sets')
  .option('--dev-sets <folder>', 'a folder with further sets, see docs/evaluation.md')
  .option('--topic <id>', 'only the answers to questions of this topic')
  .option('--misses', 'list every answer whose score is out of its range', false)
  .parse()
  .opts<{ devSets?: string; misses: boolean; topic?: string }>()

const topicOf = ({ questionId }: { readonly questionId: string }): string => questionId.split('/')[0] ?? ''

await runCommand(async () => {
  const ports = await wire()
  const handbook = await ports.handbook()
  const rows: Scored[] = []
  for (const known of await readKnownAnswers()) {
    if (topic !== undefined && topicOf(known) !== topic) continue
    const { score, confidence } = await gradeAnswer(ports.grade, gradingInputOf(handbook, known))
    rows.push({ ...known, score, confidence })
  }
  const fitted = rows.filter((row) => isForFitting(row.questionId))
  const test = rows.filter((row) => !isForFitting(row.questionId))
  console.log(qualityTable('builtin, test split', test))
  console.log(qualityTable('builtin, fitting split', fitted))
  console.log('\nTest split by author')
  for (const author of authors)
    console.log(
      qualityLine(
        author,
        test.filter((row) => row.author === author),
      ),
    )
  console.log(
    qualityTable(
      'builtin, test split, strangers alone',
      test.filter((row) => row.author === 'stranger'),
    ),
  )
  console.log(confidenceTable(test))
  console.log('\nBy topic, both splits')
  for (const id of [...new Set(rows.map(topicOf))].sort())
    console.log(
      qualityLine(
        id,
        rows.filter((row) => topicOf(row) === id),
      ),
    )
  console.log('\nmodel: none is set up')
  if (misses)
    for (const row of rows.filter((r) => !holds(r)))
      console.log(`${row.id} ${row.kind} ${row.language}: expected ${row.expected}, got ${row.score}`)
  if (devSets !== undefined) {
    console.log(await evaluateBareReferences(devSets, ports.grade))
    console.log(await evaluateRetrieval(devSets))
  }
  ports.close()
})
