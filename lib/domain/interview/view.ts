import type { Language } from '../handbook/language'
import type { Grade } from '../grading/grade'
import type { ModelFailure } from '../grading/model-use'
import type { AnswerableKind, MoveKind, RequestKind } from './events'

/** One finished message of the exchange, as `GET /api/interviews/:id` shows it. */
export interface Message {
  /** The move's id for the interviewer, the turn's id for the candidate. */
  readonly id: string
  readonly role: 'interviewer' | 'candidate'
  readonly kind: MoveKind | 'answer' | RequestKind
  readonly text: string
  readonly at: string
  /** On `question` messages: which question this is, counted from 1. */
  readonly number?: number
  readonly topic?: string
  /** Why the model that should have graded this answer, or found these words, did not. */
  readonly failure?: ModelFailure
  /** On answers, in practice mode only: feedback at once. */
  readonly feedback?: Grade
}

export interface InterviewView {
  readonly id: string
  readonly status: 'active' | 'closed'
  readonly mode: 'mock' | 'practice'
  readonly language: Language
  readonly topics: readonly string[]
  readonly startedAt: string
  readonly closedAt?: string
  readonly messages: readonly Message[]
  /** What the next answer replies to; absent once closed. */
  readonly current?: {
    readonly questionId: string
    readonly kind: AnswerableKind
    /** Sent back as `inReplyTo`, so that an answer never lands on a question its writer has not seen. */
    readonly moveId: string
  }
  readonly progress: { readonly asked: number; readonly planned: number; readonly minutesLeft?: number }
  /** A turn that is saved and still being worked on; posting it again joins it. */
  readonly pendingTurn?: {
    readonly turnId: string
    readonly kind: 'answer' | RequestKind
    readonly text: string
  }
}

/**
 * What `POST /api/interviews/:id/turns` streams as parts of an AI SDK UI message stream:
 * `data-phase` (transient), then for each interviewer message a `data-message` followed by a text part
 * with the same id, `data-feedback` in practice mode, and a last `data-interview` with the view's small print.
 */
export interface TurnParts {
  readonly phase: { readonly phase: 'saved' | 'grading' | 'thinking' }
  readonly message: Omit<Message, 'text' | 'feedback' | 'failure' | 'role'>
  readonly feedback: { readonly turnId: string; readonly grade: Grade }
  readonly interview: Pick<InterviewView, 'status' | 'current' | 'progress'>
}
