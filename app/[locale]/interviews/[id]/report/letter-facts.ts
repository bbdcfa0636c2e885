import { verdictKinds, type VerdictKind } from '@/lib/domain/grading/grade'
import type { Report, ReportQuestion } from '@/lib/domain/report/report'

/** A key point by name, with the question that it belongs to, counted from 1. */
export interface NamedPoint {
  readonly claim: string
  readonly question: number
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

/** Confidence of a question's grade under which its marks are to be read with care. */
const unsureBelow = 0.5

/** How many strengths and gaps are named at the most: as many as are remembered. */
const mostNamed = 3

/** Graded, with little confidence. */
export const isUnsure = ({ score, confidence }: Pick<ReportQuestion, 'score' | 'confidence'>): boolean =>
  score !== undefined && confidence !== undefined && confidence < unsureBelow

type Point = ReportQuestion['keyPoints'][number] & { readonly question: number }

const named = (points: readonly Point[]): NamedPoint[] =>
  [...points]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostNamed)
    .map(({ claim, question }) => ({ claim, question }))

/** What is worse stands first among points of the same weight. */
const openFirst = ['contradicted', 'missing', 'partial'] as const

/** The number of the question still under discussion, counted from 1: what it lacks is not told yet. */
export const openNumber = ({
  status,
  questions,
}: Pick<Report, 'status' | 'questions'>): number | undefined =>
  status === 'active' ? questions.length : undefined

export function letterFacts({ questions, status }: Pick<Report, 'questions' | 'status'>): LetterFacts {
  const open = openNumber({ questions, status })
  const graded = questions.map((question, index) => ({ ...question, number: index + 1 }))
  const points: Point[] = graded
    .filter(({ score }) => score !== undefined)
    .flatMap(({ keyPoints, number }) => keyPoints.map((point) => ({ ...point, question: number })))
  const count = (verdict: VerdictKind) => points.filter((point) => point.verdict === verdict).length
  const wrong = questions.flatMap(({ misconceptions }) => misconceptions)
  const answers = questions.flatMap((question) => question.answers)
  const musts = points.filter(({ weight, question }) => weight >= 2 && question !== open)
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
