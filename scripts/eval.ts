import { Command } from 'commander'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { wire } from '@/lib/wire'
import {
  type answerFolders,
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
  readonly confidence: number
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

/** Whether low confidence is where the errors are. */
function byConfidence(rows: readonly Scored[]): string {
  const sorted = [...rows].sort((a, b) => a.confidence - b.confidence)
  const thirds = [0, 1, 2].map((third) =>
    sorted.slice(Math.floor((third * sorted.length) / 3), Math.floor(((third + 1) * sorted.length) / 3)),
  )
  const lines = thirds.map((own) => {
    const error = mean(own.map((r) => Math.abs(r.score - r.expected)))
    return `  ${own[0]?.confidence.toFixed(2)} to ${own.at(-1)?.confidence.toFixed(2)}   error ${error.toFixed(1)}`
  })
  return ['\nMean absolute error by confidence, other halves', ...lines].join('\n')
}

await runCommand(async () => {
  const ports = await wire()
  const handbook = await ports.handbook()
  const graded = async (folder: (typeof answerFolders)[number]): Promise<Scored[]> => {
    const rows: Scored[] = []
    for (const known of await readKnownAnswers(folder)) {
      const { score, confidence } = await gradeAnswer(ports.grade, gradingInputOf(handbook, known))
      rows.push({ ...known, score, confidence })
    }
    return rows
  }
  const rows = await graded('answers')
  const second = await graded('second-reader')
  const of = (all: readonly Scored[], fitting: boolean): Scored[] =>
    all.filter((row) => isForFitting(row.questionId) === fitting)
  console.log(summary('Fitting half', of(rows, true)))
  console.log(summary('Other half', of(rows, false)))
  console.log(summary('Second reader, fitting half', of(second, true)))
  console.log(summary('Second reader, other half', of(second, false)))
  console.log(byConfidence([...of(rows, false), ...of(second, false)]))
  const topics = [...new Set(rows.map((row) => row.questionId.split('/')[0] ?? ''))]
  console.log(`\nIn range by topic`)
  for (const topic of topics)
    console.log(`  ${topic.padEnd(34)}${share(rows.filter((r) => r.questionId.startsWith(`${topic}/`)))}`)
  if (misses)
    for (const row of [...rows, ...second].filter((r) => !holds(r)))
      console.log(`${row.id} ${row.kind} ${row.language}: expected ${row.expected}, got ${row.score}`)
  if (devSets !== undefined) {
    console.log(await evaluateBareReferences(devSets, ports.grade))
    console.log(await evaluateRetrieval(devSets))
  }
  ports.close()
})
