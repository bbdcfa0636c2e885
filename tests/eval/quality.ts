import { answerKinds, scoreRange, type Author, type KnownAnswer } from './answers'
import { lowConfidence } from '@/lib/domain/grading/confidence'
import { areaUnderCurve, bootstrap, mean, pearson, spearman } from './statistics'

/** A known answer with what a grader made of it. */
export interface Scored extends KnownAnswer {
  readonly author: Author
  readonly score: number
  /** 0 to 1. */
  readonly confidence: number
}

type Rows = readonly Scored[]

export const holds = ({ kind, score }: Pick<Scored, 'kind' | 'score'>): boolean =>
  score >= scoreRange[kind][0] && score <= scoreRange[kind][1]

const gold = (rows: Rows): number[] => rows.map(({ expected }) => expected)
const ours = (rows: Rows): number[] => rows.map(({ score }) => score)
const lengths = (rows: Rows): number[] => rows.map(({ answer }) => answer.length)
const of = (rows: Rows, ...kinds: readonly Scored['kind'][]): Scored[] =>
  rows.filter(({ kind }) => kinds.includes(kind))
export const errorOf = (rows: Rows): number =>
  mean(rows.map(({ score, expected }) => Math.abs(score - expected)))

const statistics: readonly (readonly [string, (rows: Rows) => number, digits: number])[] = [
  ['Pearson', (rows) => pearson(gold(rows), ours(rows)), 2],
  [
    'Pearson, excellent to shallow',
    (rows) => {
      const own = of(rows, 'excellent', 'partial', 'shallow')
      return pearson(gold(own), ours(own))
    },
    2,
  ],
  ['Spearman', (rows) => spearman(gold(rows), ours(rows)), 2],
  ['mean absolute error', errorOf, 1],
  [
    'area under the curve, good or half against wrong or gaming',
    (rows) => areaUnderCurve(ours(of(rows, 'excellent', 'partial')), ours(of(rows, 'wrong', 'gaming'))),
    3,
  ],
  ['correlation with length', (rows) => pearson(lengths(rows), ours(rows)), 2],
  ['  that of the expected scores', (rows) => pearson(lengths(rows), gold(rows)), 2],
  ...answerKinds.map(
    (kind) => [`mean score, ${kind}`, (rows: Rows) => mean(ours(of(rows, kind))), 1] as const,
  ),
]

const share = (rows: Rows): string => `${rows.filter(holds).length}/${rows.length}`

function kindLines(rows: Rows): string[] {
  return answerKinds.map((kind) => {
    const own = of(rows, kind)
    return `  ${kind.padEnd(10)} n ${String(own.length).padStart(4)}   expected ${mean(gold(own)).toFixed(1).padStart(5)}   score ${mean(ours(own)).toFixed(1).padStart(5)}   in range ${share(own)}`
  })
}

/** Every statistic with its interval, and the kinds one by one. */
export function qualityTable(title: string, rows: Rows): string {
  const lines = statistics.map(([name, statistic, digits]) => {
    const [low, high] = bootstrap(rows, statistic)
    return `  ${name.padEnd(62)}${statistic(rows).toFixed(digits).padStart(7)}   [${low.toFixed(digits)}, ${high.toFixed(digits)}]`
  })
  return [
    `\n${title}: ${rows.length} answers to ${new Set(rows.map((r) => r.questionId)).size} questions, in range ${share(rows)}`,
    ...lines,
    ...kindLines(rows),
  ].join('\n')
}

/** One line: what a set comes to without its intervals. */
export const qualityLine = (title: string, rows: Rows): string =>
  `  ${title.padEnd(34)} n ${String(rows.length).padStart(4)}   Pearson ${pearson(gold(rows), ours(rows)).toFixed(2)}   error ${errorOf(rows).toFixed(1).padStart(4)}   in range ${share(rows)}`

const bands: readonly (readonly [name: string, from: number, below: number])[] = [
  ['low, shown as unsure', 0, lowConfidence],
  ['middle', lowConfidence, 0.75],
  ['high', 0.75, Infinity],
]

/** Whether low confidence is where the errors are. */
export function confidenceTable(rows: Rows): string {
  const lines = bands.map(([name, from, below]) => {
    const own = rows.filter(({ confidence }) => confidence >= from && confidence < below)
    const [low, high] = bootstrap(own, errorOf)
    return `  ${name.padEnd(22)}n ${String(own.length).padStart(4)}   error ${errorOf(own).toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]   in range ${share(own)}`
  })
  return ['\nMean absolute error by confidence', ...lines].join('\n')
}
