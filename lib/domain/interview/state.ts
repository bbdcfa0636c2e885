import type { Grade } from '../grading/grade'
import type { ModelFailure, ModelUse } from '../grading/model-use'
import {
  answerableKinds,
  type AnswerableKind,
  type AskedQuestion,
  type CloseReason,
  type Move,
  type RequestKind,
} from './events'
import type { Objection } from './objection'
import type { Opening } from './opening'
import type { Settings } from './settings'

/** Something the interviewer decided to say; `spoken` once its words are whole. */
export interface MoveEntry {
  readonly type: 'move'
  readonly move: Move
  readonly at: string
  /** Which question it belongs to, counted from 1. */
  readonly question: number
  readonly spoken?: string
  readonly use?: ModelUse
  readonly failure?: ModelFailure
}

/** Something the candidate did. */
export interface TurnEntry {
  readonly type: 'turn'
  readonly turnId: string
  readonly kind: 'answer' | RequestKind
  readonly text: string
  readonly at: string
  readonly question: number
  /** The answerable move that it replies to. */
  readonly repliesTo: string
  readonly grade?: Grade
  /** Grades that this one replaced, the oldest first. */
  readonly earlier?: readonly Grade[]
  readonly objections?: readonly Objection[]
  readonly failure?: string
}

export type Entry = MoveEntry | TurnEntry

/** The fold of an interview's events. */
export interface InterviewState {
  readonly settings: Settings
  readonly seed: number
  /** Question ids of recent interviews, which the plan tries to avoid. */
  readonly recent: readonly string[]
  readonly startedAt: string
  readonly entries: readonly Entry[]
  readonly closed?: { readonly at: string; readonly reason: CloseReason }
  /** Openings of the report that a model has worded, the oldest first. */
  readonly openings?: readonly Opening[]
}

export type QuestionMove = Extract<Move, { kind: 'question' }>
export type AnswerableMove = Extract<Move, { kind: AnswerableKind }>

export const isAnswerable = (move: Move): move is AnswerableMove =>
  (answerableKinds as readonly string[]).includes(move.kind)

export const movesOf = (state: InterviewState): MoveEntry[] =>
  state.entries.filter((entry): entry is MoveEntry => entry.type === 'move')

export const turnsOf = (state: InterviewState): TurnEntry[] =>
  state.entries.filter((entry): entry is TurnEntry => entry.type === 'turn')

/** The questions asked so far, in order. */
export const askedQuestions = (state: InterviewState): AskedQuestion[] =>
  movesOf(state).flatMap(({ move }) => (move.kind === 'question' ? [move.question] : []))

/** The move that the next answer replies to; none before the first question and after the close. */
export function currentMove(state: InterviewState): AnswerableMove | undefined {
  if (state.closed) return undefined
  const last = movesOf(state).findLast(({ move }) => isAnswerable(move))?.move
  return last && isAnswerable(last) ? last : undefined
}

export const findTurn = (state: InterviewState, turnId: string): TurnEntry | undefined =>
  turnsOf(state).find((turn) => turn.turnId === turnId)

export const isUngraded = (turn: TurnEntry): boolean => turn.kind === 'answer' && !turn.grade
/** Saved, and neither graded nor given up on. */
export const awaitsGrade = (turn: TurnEntry): boolean => isUngraded(turn) && turn.failure === undefined

export type Step =
  { readonly type: 'grade'; readonly turn: TurnEntry } | { readonly type: 'speak'; readonly entry: MoveEntry }

/** The first thing that is decided and not done, which is where a reopened interview carries on. */
export function nextStep(state: InterviewState): Step | undefined {
  for (const entry of state.entries) {
    if (entry.type === 'turn' && awaitsGrade(entry)) return { type: 'grade', turn: entry }
    if (entry.type === 'move' && entry.spoken === undefined) return { type: 'speak', entry }
  }
  return undefined
}

/** One question with all that was said about it. */
export interface Exchange {
  readonly question: AskedQuestion
  readonly moves: readonly MoveEntry[]
  readonly turns: readonly TurnEntry[]
}

export function exchangesOf(state: InterviewState): Exchange[] {
  const moves = movesOf(state)
  const turns = turnsOf(state)
  return askedQuestions(state).map((question, index) => ({
    question,
    moves: moves.filter((entry) => entry.question === index + 1 && entry.move.kind !== 'closing'),
    turns: turns.filter((entry) => entry.question === index + 1),
  }))
}
