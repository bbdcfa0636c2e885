import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import fitted from '@/lib/domain/grading/calibration.json'
import { decideVerdict, type Calibration } from '@/lib/domain/grading/combine'
import { doubtOf, type DoubtWeights } from '@/lib/domain/grading/doubt'
import { gateFor, readEvidence, type AnswerEvidence } from '@/lib/domain/grading/read-evidence'
import { score } from '@/lib/domain/grading/score'
import type { KeyPoint } from '@/lib/domain/handbook/question'
import { chance } from '@/lib/domain/interview/plan'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { env } from '@/lib/env'
import {
  gradingInputOf,
  isForFitting,
  readKnownAnswers,
  scoreRange,
  type Author,
  type KnownAnswer,
} from '@/tests/eval/answers'
import { mean } from '@/tests/eval/statistics'
import { runCommand } from './json-lines'

interface Example {
  readonly known: KnownAnswer & { readonly author: Author }
  readonly evidence: AnswerEvidence
  readonly keyPoints: readonly KeyPoint[]
}

function scoreWith(calibration: Calibration, { evidence, keyPoints }: Example): number {
  const verdicts = evidence.points.map(({ keyPointId, evidence: found }) => ({
    keyPointId,
    verdict: decideVerdict(found, doubtOf(evidence.soundness, calibration.soundness), calibration).verdict,
  }))
  return score(verdicts, evidence.misconceptions, keyPoints)
}

/** The less an author knew of the rubric, the nearer are the answers to what candidates say. */
const weights: Record<Author, number> = { writer: 1, 'second reader': 2, stranger: 5 }
const weightOf = ({ known }: Example): number => weights[known.author]

/** Shallow answers are fewer than wrong ones and matter as much. */
const rarity: Record<KnownAnswer['kind'], number> = {
  excellent: 1,
  partial: 1,
  shallow: 2,
  wrong: 0.8,
  gaming: 1,
}

/** Squared error in points, what lies outside of the kind's range counting twice, and a pull to where the fit began. */
function loss(calibration: Calibration, examples: readonly Example[], start: readonly number[]): number {
  const errors = examples.map((example) => {
    const points = scoreWith(calibration, example)
    const [least, most] = scoreRange[example.known.kind]
    const outside = Math.max(0, least - points, points - most)
    return (
      weightOf(example) * rarity[example.known.kind] * ((points - example.known.expected) ** 2 + outside ** 2)
    )
  })
  const drift = parametersOf(calibration).map((value, i) => (value - (start[i] ?? 0)) ** 2)
  return mean(errors) + 2 * mean(drift)
}

const parametersOf = ({ bias, ideas, whole, recall, similarity, doubt, partial, soundness }: Calibration) => [
  ...[bias, ideas, whole, recall, similarity, doubt],
  soundness.bias,
  partial,
]

const logit = (p: number): number => Math.log(p / (1 - p))

/** Doubt that a point which is made in full outlives. */
const smallDoubt = 1

/**
 * Keeps what authors are promised: no feature counts against a key point, and a cue whose ideas are all asserted
 * covers it in an answer that gives little cause for doubt.
 */
function calibrationOf(parameters: readonly number[], soundness: DoubtWeights): Calibration {
  const [bias = 0, ideas = 0, whole = 0, recall = 0, similarity = 0, doubt = 0, ...more] = parameters.map(
    (value) => Math.round(value * 1000) / 1000,
  )
  const [doubtFrom = 0, partial = 0] = more
  const { covered } = fitted
  const rising = {
    ideas: Math.max(0, ideas),
    recall: Math.max(0, recall),
    similarity: Math.max(0, similarity),
    doubt: Math.max(0, doubt),
  }
  const least =
    Math.round((logit(covered) + 0.05 - bias - rising.ideas + rising.doubt * smallDoubt) * 1000) / 1000
  return {
    ...{ bias, ...rising, whole: Math.max(0, least, whole) },
    covered,
    partial: Math.min(covered - 0.1, Math.max(0.03, partial)),
    soundness: { ...soundness, bias: doubtFrom },
  }
}

/** What a soundness says, in the order of the weights; all but the first two speak for doubt. */
function featuresOf({ evidence: { soundness } }: Example): number[] {
  const { manner, wrong, words } = soundness
  const { familiar = 0, near = 0, leaning = 0, denying = 0, sweeping = 0 } = manner ?? {}
  const seen = words / (words + 8)
  return [...[1, familiar, near, leaning, denying, sweeping].map((value) => value * seen), wrong]
}

/** Fluent wrong answers against right ones, be they whole, half or thin; gaming is for the gates. */
const isWrong = ({ known }: Example): boolean => known.kind === 'wrong'

/** Logistic regression by gradient descent with a small pull towards zero; both sides count alike. */
function fitSoundness(all: readonly Example[]): DoubtWeights {
  const examples = all.filter(({ known }) => known.kind !== 'gaming')
  const rows = examples.map(featuresOf)
  const width = rows[0]?.length ?? 0
  const scale = Array.from(
    { length: width },
    (_, i) => Math.hypot(...rows.map((row) => row[i] ?? 0)) / Math.sqrt(rows.length) || 1,
  )
  const side = (wrong: boolean): number =>
    examples.filter((e) => isWrong(e) === wrong).reduce((sum, e) => sum + weightOf(e), 0)
  const balance = { right: 0.5 / side(false), wrong: 0.5 / side(true) }
  const found = new Array<number>(width).fill(0)
  for (let step = 0; step < 6000; step++) {
    const slope = found.map((value) => 0.002 * value)
    examples.forEach((example, e) => {
      const row = rows[e] ?? []
      const odds = row.reduce((sum, value, i) => sum + ((found[i] ?? 0) * value) / (scale[i] ?? 1), 0)
      const wrong = isWrong(example)
      const error = 1 / (1 + Math.exp(-odds)) - (wrong ? 1 : 0)
      const weight = weightOf(example) * (wrong ? balance.wrong : balance.right)
      row.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + (weight * error * value) / (scale[i] ?? 1)
      })
    })
    found.forEach((value, i) => {
      found[i] = value - (slope[i] ?? 0)
    })
  }
  const [bias = 0, familiar = 0, near = 0, leaning = 0, denying = 0, sweeping = 0, wrong = 0] = found.map(
    (value, i) => Math.round((1000 * value) / (scale[i] ?? 1)) / 1000,
  )
  return { bias, familiar, near, leaning, denying, sweeping, wrong }
}

const steps = 5000

/** Random hill climbing with shrinking steps and fixed seeds: verdicts jump, so there is no slope to follow. */
function fit(examples: readonly Example[], start: Calibration): Calibration {
  const origin = parametersOf(start)
  let best = start
  let lowest = loss(start, examples, origin)
  for (let step = 0; step < steps; step++) {
    const size = 1.2 * (1 - step / steps) + 0.03
    const moved = parametersOf(best).map((value, i) => {
      const noise = chance(7, step * 20 + i) + chance(11, step * 20 + i) - 1
      return chance(13, step * 20 + i) < 0.5 ? value + noise * size * (i === 7 ? 0.2 : 1) : value
    })
    const candidate = calibrationOf(moved, start.soundness)
    const found = loss(candidate, examples, origin)
    if (found < lowest) [best, lowest] = [candidate, found]
  }
  return best
}

const { write } = new Command('fit-grader')
  .description('Fits the weights of the built-in grader on the fitting half of the known answers')
  .option('--write', 'write them to lib/domain/grading/calibration.json', false)
  .parse()
  .opts<{ write: boolean }>()

await runCommand(async () => {
  const handbook = await loadHandbook()
  const { embed, idf } = await openSearch({ handbook, dataDir: env.dataDir })
  const known = await readKnownAnswers()
  const examples = known.flatMap((known): Example[] => {
    const input = gradingInputOf(handbook, known)
    const { keyPoints } = input.question
    return gateFor(input) ? [] : [{ known, keyPoints, evidence: readEvidence(input, { embed, idf }) }]
  })
  const fitting = examples.filter(({ known }) => isForFitting(known.questionId))
  const others = examples.filter(({ known }) => !isForFitting(known.questionId))
  const soundness = fitSoundness(fitting)
  const starts = [
    [-3.2, 2.4, 3.2, 2.2, 1.2, 0.5, soundness.bias, 0.3],
    [-3.5, 2.7, 3.3, 2, 1.1, 0.8, soundness.bias - 0.5, 0.16],
  ].map((parameters) => calibrationOf(parameters, soundness))
  const error2 = (calibration: Calibration): number => loss(calibration, fitting, parametersOf(calibration))
  const [found] = starts.map((start) => fit(fitting, start)).sort((a, b) => error2(a) - error2(b))
  if (!found) throw new Error('nothing was fitted')
  const error = (rows: readonly Example[], calibration: Calibration): string =>
    mean(rows.map((row) => Math.abs(scoreWith(calibration, row) - row.known.expected))).toFixed(1)
  console.log(JSON.stringify(found, null, 2))
  console.log(
    `mean absolute error: fitting half ${error(fitting, found)} (${fitting.length}), other half ${error(others, found)} (${others.length})`,
  )
  if (write) await writeFile('lib/domain/grading/calibration.json', `${JSON.stringify(found, null, 2)}\n`)
})
