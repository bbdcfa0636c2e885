import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import type { Grade, Grader, GradingInput } from '@/lib/domain/grading/grade'
import { totalUse } from '@/lib/domain/grading/model-use'
import { failureOf } from '@/lib/domain/grading/with-fallback'
import type { Author, KnownAnswer } from './answers'
import { confidenceTable, qualityTable } from './quality'
import { mean, pearson } from './statistics'

export interface ModelTask {
  readonly known: KnownAnswer & { readonly author: Author }
  readonly input: GradingInput
}

export interface ModelOptions {
  readonly model: Grader
  readonly builtin: Grader
  /** How often the same answer is graded. */
  readonly repeats: number
  /** Requests at a time. */
  readonly parallel: number
  readonly onProgress: (done: number, total: number) => void
}

interface Graded extends ModelTask {
  readonly grades: readonly Grade[]
  readonly builtin: Grade
  readonly failures: readonly string[]
}

async function gradeOne(task: ModelTask, { model, builtin, repeats }: ModelOptions): Promise<Graded> {
  const grades: Grade[] = []
  const failures: string[] = []
  for (let run = 0; run < repeats; run++)
    await gradeAnswer(model, task.input).then(
      (grade) => grades.push(grade),
      (error: unknown) => failures.push(failureOf(error)),
    )
  return { ...task, grades, failures, builtin: await gradeAnswer(builtin, task.input) }
}

async function gradeAll(tasks: readonly ModelTask[], options: ModelOptions): Promise<Graded[]> {
  const done: Graded[] = []
  const queue = [...tasks]
  const work = async (): Promise<void> => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      done.push(await gradeOne(task, options))
      options.onProgress(done.length, tasks.length)
    }
  }
  await Promise.all(Array.from({ length: options.parallel }, work))
  return done
}

/** Standard deviation of a population. */
const deviation = (values: readonly number[]): number => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

const verdictsOf = (grade: Grade): string => grade.verdicts.map(({ verdict }) => verdict).join()

/** Share of key points on which two grades give the same verdict. */
function agreement(a: Grade, b: Grade): number {
  const others = new Map(b.verdicts.map((v) => [v.keyPointId, v.verdict]))
  return mean(a.verdicts.map((v) => (others.get(v.keyPointId) === v.verdict ? 1 : 0)))
}

function costLine(grades: readonly Grade[], answers: number): string {
  const { calls, inputTokens, outputTokens, cost } = totalUse(grades.flatMap(({ use }) => use ?? []))
  const money =
    cost === undefined
      ? 'price not known'
      : `US$ ${cost.toFixed(4)}, ${(cost / answers).toFixed(6)} an answer`
  return `  cost: ${calls} requests, ${inputTokens} tokens in, ${outputTokens} out, ${money}`
}

/**
 * How good a model grades: against the scores that are known and against the built-in grader, how far it varies when it
 * grades the same answer again, and what it costs. Failures are counted and left out.
 */
export async function evaluateModel(tasks: readonly ModelTask[], options: ModelOptions): Promise<string> {
  const all = await gradeAll(tasks, options)
  const failures = all.flatMap((one) => one.failures)
  const graded = all.flatMap((one) => {
    const [first] = one.grades
    return first ? [{ ...one, first }] : []
  })
  if (graded.length === 0) return `\nmodel: no answer could be graded (${[...new Set(failures)].join(', ')})`
  const rows = graded.map(({ known, first }) => ({
    ...known,
    score: first.score,
    confidence: first.confidence,
  }))
  const repeated = graded.filter(({ grades }) => grades.length > 1)
  const spread = repeated.map(({ grades }) => deviation(grades.map(({ score }) => score)))
  const same = repeated.filter(({ grades }) => new Set(grades.map(verdictsOf)).size === 1).length
  const builtin = graded.map((one) => one.builtin.score)
  return [
    qualityTable(`model ${graded[0]?.first.grader ?? ''}`, rows),
    confidenceTable(rows),
    '\nAgreement with the built-in grader',
    `  scores: Pearson ${pearson(
      rows.map(({ score }) => score),
      builtin,
    ).toFixed(2)}`,
    `  verdicts alike: ${(100 * mean(graded.map((one) => agreement(one.first, one.builtin)))).toFixed(0)} %`,
    `\nThe same answer graded ${options.repeats} times (${repeated.length} answers)`,
    `  standard deviation of the score: ${mean(spread).toFixed(2)} points, the widest ${Math.max(0, ...spread).toFixed(1)}`,
    `  all verdicts the same: ${same}/${repeated.length}`,
    costLine(
      graded.flatMap(({ grades }) => grades),
      graded.length,
    ),
    `  failures: ${failures.length === 0 ? 'none' : `${failures.length} (${[...new Set(failures)].join(', ')})`}`,
  ].join('\n')
}
