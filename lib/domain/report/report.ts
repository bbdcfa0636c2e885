import type { Language, Localized } from '../handbook/language'
import type { GateKind, Verdict, VerdictKind } from '../grading/grade'
import type { ModelFailure, ModelUse } from '../grading/model-use'
import type { Band } from '../grading/band'
import type { AnswerableKind } from '../interview/events'
import type { Objection } from '../interview/objection'
import type { Opening } from '../interview/opening'
import type { CourseStep } from './course'

/** How an answer came by its grade. */
export interface Provenance {
  /** `builtin`, or the model's id. */
  readonly grader: string
  /** What it took of the model; absent for the built-in grader. */
  readonly use?: ModelUse
  /** Why the model that should have graded did not. */
  readonly failure?: ModelFailure
  /** Ids of the questions whose passages were read beside the reference. */
  readonly passages: readonly string[]
  /** Graders of the grades that this one replaced, the oldest first. */
  readonly earlier: readonly string[]
}

/** What came of a candidate's disagreeing, with the verdict that the second look gave. */
export interface ReportObjection {
  readonly outcome: Objection['outcome']
  readonly first?: VerdictKind
  readonly second?: VerdictKind
}

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
  /** Quotes of what is right and beyond the rubric. */
  readonly insights: readonly string[]
  readonly provenance?: Provenance
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
  /** The answer that an objection to the verdict would be about; absent when nothing was graded. */
  readonly turnId?: string
  readonly objection?: ReportObjection
}

export interface ReportMisconception {
  readonly id: string
  readonly claim: string
  readonly quote: string
  readonly correction: string
  /** True when the candidate took it back after being challenged. */
  readonly resolved: boolean
  readonly turnId: string
  readonly objection?: ReportObjection
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
  /** Question and follow-ups with the time that each answer took. */
  readonly course: readonly CourseStep[]
  readonly answers: readonly ReportAnswer[]
  readonly keyPoints: readonly ReportKeyPoint[]
  readonly misconceptions: readonly ReportMisconception[]
  /** The reference answer, Markdown. */
  readonly reference: string
  readonly references: readonly string[]
  readonly deepDive?: { readonly prompt: string; readonly expects: string; readonly score?: number }
}

export interface Report {
  /** Absent in a copy that was handed out. */
  readonly interviewId?: string
  /** The candidate's own words were left out of this copy. */
  readonly withheld?: boolean
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
  /** The opening in a model's words, if it has worded one for these verdicts; otherwise it is composed from them. */
  readonly opening?: Pick<Opening, 'summary' | 'points'> & { readonly model?: string }
  /** What all of it took of a model; absent when none took part. */
  readonly use?: Omit<ModelUse, 'model' | 'promptVersion'>
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
