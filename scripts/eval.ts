import { Command, InvalidArgumentError, Option } from 'commander'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { wire, type Wired } from '@/lib/wire'
import { authors, gradingInputOf, isForFitting, readKnownAnswers } from '@/tests/eval/answers'
import { evaluateModel } from '@/tests/eval/model'
import { evaluateBareReferences, evaluateRetrieval } from '@/tests/eval/dev-sets'
import { confidenceTable, holds, qualityLine, qualityTable, type Scored } from '@/tests/eval/quality'
import { runCommand } from './json-lines'
import { progressLine } from './progress-line'

interface Options {
  readonly devSets?: string
  readonly misses: boolean
  readonly topic?: string
  readonly grader: 'builtin' | 'model'
  readonly limit: number
  readonly repeats: number
  readonly parallel: number
}

const count = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number above 0')
  return value
}

const { devSets, misses, topic, grader, limit, repeats, parallel } = new Command('eval')
  .description('How good grading is on answers with known scores, and grading and search on other sets')
  .option('--dev-sets <folder>', 'a folder with further sets, see docs/evaluation.md')
  .option('--topic <id>', 'only the answers to questions of this topic')
  .option('--misses', 'list every answer whose score is out of its range', false)
  .addOption(new Option('--grader <which>', 'who grades').choices(['builtin', 'model']).default('builtin'))
  .option('--limit <n>', 'answers that a model grades, spread over the test split', count, 100)
  .option('--repeats <n>', 'how often a model grades the same answer', count, 5)
  .option('--parallel <n>', 'requests to the model at a time', count, 4)
  .parse()
  .opts<Options>()

const topicOf = ({ questionId }: { readonly questionId: string }): string => questionId.split('/')[0] ?? ''

/** Every so many-th of a list, so that a few stand for all of it. */
const spread = <T>(items: readonly T[], most: number): T[] =>
  items.filter(
    (_, index) =>
      Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length),
  )

async function evalModel(ports: Wired): Promise<void> {
  const { modelGrade } = ports
  if (!modelGrade)
    throw new Error(
      '--grader model: no model is set up; set OPENAI_API_KEY or OPENAI_BASE_URL (see .env.example)',
    )
  const handbook = await ports.handbook()
  const known = (await readKnownAnswers()).filter(
    (answer) => !isForFitting(answer.questionId) && (topic === undefined || topicOf(answer) === topic),
  )
  const tasks = spread(known, limit).map((answer) => ({
    known: answer,
    input: gradingInputOf(handbook, answer),
  }))
  const progress = progressLine('Grading with the model')
  const report = await evaluateModel(tasks, {
    ...{ model: modelGrade, builtin: ports.builtinGrade, repeats, parallel },
    onProgress: (done, total) => progress.update(done, total, 'answers'),
  })
  progress.end()
  console.log(report)
}

async function evalBuiltin(ports: Wired): Promise<void> {
  const handbook = await ports.handbook()
  const rows: Scored[] = []
  for (const known of await readKnownAnswers()) {
    if (topic !== undefined && topicOf(known) !== topic) continue
    const { score, confidence } = await gradeAnswer(ports.builtinGrade, gradingInputOf(handbook, known))
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
  console.log(`\nmodel: ${ports.modelGrade ? 'see --grader model' : 'none is set up'}`)
  if (misses)
    for (const row of rows.filter((r) => !holds(r)))
      console.log(`${row.id} ${row.kind} ${row.language}: expected ${row.expected}, got ${row.score}`)
  if (devSets !== undefined) {
    console.log(await evaluateBareReferences(devSets, ports.builtinGrade))
    console.log(await evaluateRetrieval(devSets))
  }
}

await runCommand(async () => {
  const ports = await wire()
  await (grader === 'model' ? evalModel(ports) : evalBuiltin(ports))
  ports.close()
})
