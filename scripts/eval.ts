import { Command } from 'commander'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { wire } from '@/lib/wire'
import {
  answerKinds,
  gradingInputOf,
  isForFitting,
  readKnownAnswers,
  scoreRange,
  type KnownAnswer,
} from '@/tests/eval/answers'
import { evaluateBareReferences, evaluateRetrieval } from '@/tests/eval/dev-sets'
import { mean, pearson, spearman } from '@/tests/eval/statistics'
import { runCommand } from './json-lines'

interface Scored extends KnownAnswer {
  readonly score: number
}

const { devSets, misses } = new Command('eval')
  .description('How good grading is on answers with known scores, and grading and search on other sets')
  .option('--dev-sets <folder>', 'a folder with further sets, see docs/evaluation.md')
  .option('--misses', 'list every answer whose score is out of its range', false)
  .parse()
  .opts<{ devSets?: string; misses: boolean }>()

const holds = ({ kind, score }: Scored): boolean =>
  score >= scoreRange[kind][0] && score <= scoreRange[kind][1]
const share = (rows: readonly Scored[]): string => `${rows.filter(holds).length}/${rows.length}`
const cell = (value: string | number, width = 10): string => String(value).padStart(width)

function byKind(rows: readonly Scored[]): string[] {
  return answerKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    if (own.length === 0) return []
    const [gold, ours] = [mean(own.map((r) => r.expected)), mean(own.map((r) => r.score))]
    return `  ${kind.padEnd(10)}${cell(own.length, 5)}${cell(gold.toFixed(0))}${cell(ours.toFixed(0))}${cell(share(own))}`
  })
}

function summary(title: string, rows: readonly Scored[]): string {
  const [gold, ours] = [rows.map((r) => r.expected), rows.map((r) => r.score)]
  const error = mean(rows.map((r) => Math.abs(r.score - r.expected)))
  return [
    `\n${title}: ${rows.length} answers, in range ${share(rows)}`,
    `  Pearson ${pearson(gold, ours).toFixed(2)}  Spearman ${spearman(gold, ours).toFixed(2)}  mean absolute error ${error.toFixed(1)}`,
    `  ${'kind'.padEnd(10)}${cell('n', 5)}${cell('expected')}${cell('score')}${cell('in range')}`,
    ...byKind(rows),
  ].join('\n')
}

await runCommand(async () => {
  const ports = await wire()
  const handbook = await ports.handbook()
  const rows: Scored[] = []
  for (const known of await readKnownAnswers()) {
    const { score } = await gradeAnswer(ports.grade, gradingInputOf(handbook, known))
    rows.push({ ...known, score })
  }
  console.log(
    summary(
      'Fitting half',
      rows.filter((row) => isForFitting(row.questionId)),
    ),
  )
  console.log(
    summary(
      'Other half',
      rows.filter((row) => !isForFitting(row.questionId)),
    ),
  )
  const topics = [...new Set(rows.map((row) => row.questionId.split('/')[0] ?? ''))]
  console.log(`\nIn range by topic`)
  for (const topic of topics)
    console.log(`  ${topic.padEnd(34)}${share(rows.filter((r) => r.questionId.startsWith(`${topic}/`)))}`)
  if (misses)
    for (const row of rows.filter((r) => !holds(r)))
      console.log(`${row.id} ${row.kind} ${row.language}: expected ${row.expected}, got ${row.score}`)
  if (devSets !== undefined) {
    console.log(await evaluateBareReferences(devSets, ports.grade))
    console.log(await evaluateRetrieval(devSets))
  }
  ports.close()
})
