import type { Language, Localized } from '../handbook/language'
import type { GateKind, Verdict, VerdictKind } from '../grading/grade'
import type { Band } from '../grading/band'
import type { AnswerableKind } from '../interview/events'

export interface ReportAnswer {
  readonly turnId: string
  readonly text: string
  /** What the answer replied to. */
  readonly kind: AnswerableKind
  /** The interviewer's words that it replied to. */
  readonly asked: string
  readonly at: string
  readonly graded: boolean
  readonly gate?: GateKind
  /** Proven quotes of this answer, to be marked in it. */
  readonly verdicts: readonly Verdict[]
}

export interface ReportKeyPoint {
  readonly id: string
  readonly claim: string
  readonly weight: number
  readonly verdict: VerdictKind
  readonly quote?: string
  readonly confidence: number
  /** True when it was first made after a follow-up. */
  readonly recovered: boolean
}

export interface ReportMisconception {
  readonly id: string
  readonly claim: string
  readonly quote: string
  readonly correction: string
  /** True when the candidate took it back after being challenged. */
  readonly resolved: boolean
}

export interface ReportQuestion {
  readonly questionId: string
  readonly topic: string
  readonly difficulty: number
  readonly prompt: string
  /** 0 to 100; absent when nothing of it was graded. */
  readonly score?: number
  readonly band?: Band
  readonly confidence?: number
  readonly grader?: string
  readonly graded: boolean
  readonly skipped: boolean
  readonly hinted: boolean
  /** Still under discussion: nothing of its rubric and reference is told yet. */
  readonly open: boolean
  readonly answers: readonly ReportAnswer[]
  readonly keyPoints: readonly ReportKeyPoint[]
  readonly misconceptions: readonly ReportMisconception[]
  /** The reference answer, Markdown. */
  readonly reference: string
  readonly references: readonly string[]
  readonly deepDive?: { readonly prompt: string; readonly expects: string; readonly score?: number }
}

export interface Report {
  readonly interviewId: string
  /** False while the interview is still running or an answer is ungraded. */
  readonly complete: boolean
  readonly status: 'active' | 'closed'
  readonly mode: 'mock' | 'practice'
  readonly language: Language
  readonly startedAt: string
  readonly closedAt?: string
  /** 0 to 100, mean over graded questions; absent when none is graded. */
  readonly score?: number
  /** Half the width of the range the score may lie in, points. */
  readonly uncertainty?: number
  readonly band?: Band
  readonly topics: readonly {
    readonly id: string
    readonly title: Localized
    readonly score?: number
    readonly questions: number
  }[]
  readonly questions: readonly ReportQuestion[]
  /** What to study, the most valuable first. */
  readonly studyNext: readonly {
    readonly questionId: string
    readonly prompt: string
    readonly reason: 'misconception' | 'missing' | 'skipped'
    readonly points: readonly string[]
  }[]
}
