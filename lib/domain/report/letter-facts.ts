import { isUnsure } from '../grading/confidence'
import { verdictKinds, type VerdictKind } from '../grading/grade'
import type { Report, ReportQuestion } from './report'

/** A key point by name, with the question that it belongs to, counted from 1. */
export interface NamedPoint {
  readonly id: string
  readonly claim: string
  readonly verdict: VerdictKind
  readonly question: number
  /** The candidate's words that it rests on; absent for what was not said. */
  readonly quote?: string
}

/** The numbers and names that the letter at the head of a report is composed from. */
export interface LetterFacts {
  readonly asked: number
  readonly answered: number
  readonly skipped: number
  /** Answers without a grade. */
  readonly ungraded: number
  /** Key points of the graded questions by verdict. */
  readonly points: Readonly<Record<VerdictKind, number>>
  readonly total: number
  /** Key points that came only after a follow-up. */
  readonly recovered: number
  /** Misconceptions that still stand, and those that were taken back. */
  readonly standing: number
  readonly resolved: number
  /** Questions whose grader was unsure. */
  readonly unsure: number
  readonly strengths: readonly NamedPoint[]
  readonly gaps: readonly NamedPoint[]
}

/** How many strengths and gaps are named at the most: as many as are remembered. */
const mostNamed = 3

type Point = ReportQuestion['keyPoints'][number] & { readonly question: number }

/** One of each question as far as there are enough: an hour is not summed up by a single question. */
function spread(points: readonly Point[]): Point[] {
  const first = points.filter(
    ({ question }, index) => points.findIndex((point) => point.question === question) === index,
  )
  return [...first, ...points.filter((point) => !first.includes(point))]
}

const named = (points: readonly Point[]): NamedPoint[] =>
  spread([...points].sort((a, b) => b.weight - a.weight))
    .slice(0, mostNamed)
    .map(({ id, claim, verdict, question, quote }) => ({
      ...{ id, claim, verdict, question },
      ...(quote !== undefined && { quote }),
    }))

/** What is worse stands first among points of the same weight. */
const openFirst = ['contradicted', 'missing', 'partial'] as const

export function letterFacts({ questions }: Pick<Report, 'questions'>): LetterFacts {
  const graded = questions.map((question, index) => ({ ...question, number: index + 1 }))
  const points: Point[] = graded
    .filter(({ score }) => score !== undefined)
    .flatMap(({ keyPoints, number }) => keyPoints.map((point) => ({ ...point, question: number })))
  const count = (verdict: VerdictKind) => points.filter((point) => point.verdict === verdict).length
  const wrong = questions.flatMap(({ misconceptions }) => misconceptions)
  const answers = questions.flatMap((question) => question.answers)
  const musts = points.filter(({ weight }) => weight >= 2)
  return {
    asked: questions.length,
    answered: questions.filter((question) => question.answers.length > 0).length,
    skipped: questions.filter((question) => question.skipped && question.answers.length === 0).length,
    ungraded: answers.filter((answer) => !answer.graded).length,
    points: Object.fromEntries(verdictKinds.map((kind) => [kind, count(kind)])) as Record<
      VerdictKind,
      number
    >,
    total: points.length,
    recovered: points.filter((point) => point.recovered && point.verdict !== 'missing').length,
    standing: wrong.filter(({ resolved }) => !resolved).length,
    resolved: wrong.filter(({ resolved }) => resolved).length,
    unsure: questions.filter(isUnsure).length,
    strengths: named(points.filter(({ verdict }) => verdict === 'covered')),
    gaps: named(openFirst.flatMap((verdict) => musts.filter((point) => point.verdict === verdict))),
  }
}
