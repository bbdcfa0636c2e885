import { z } from 'zod'
import type { Language } from '../handbook/language'
import type { KeyPoint, Misconception } from '../handbook/question'
import { modelFailure, modelUse } from './model-use'

export const verdictKinds = ['covered', 'partial', 'missing', 'contradicted'] as const
export const verdictKind = z.enum(verdictKinds)
export type VerdictKind = z.infer<typeof verdictKind>

/** What the answer says of one key point; `quote` is verbatim from the answer and absent only when `missing`. */
export const verdict = z.object({
  keyPointId: z.string(),
  verdict: verdictKind,
  quote: z.string().optional(),
  /** How much of the key point was made, 0 to 1, where the grader can tell it finer than by the verdict. */
  share: z.number().min(0).max(1).optional(),
  /** How sure the grader is of this verdict, 0 to 1. */
  confidence: z.number().min(0).max(1),
})
export type Verdict = z.infer<typeof verdict>

/** A misconception that the answer asserts, with the words that assert it. */
export const assertedMisconception = z.object({ misconceptionId: z.string(), quote: z.string() })
export type AssertedMisconception = z.infer<typeof assertedMisconception>

/** Why an answer was not weighed at all. */
export const gateKinds = ['empty', 'echo', 'keyword-list', 'instructions', 'off-topic'] as const
export const gateKind = z.enum(gateKinds)
export type GateKind = z.infer<typeof gateKind>

/** What a grader decides: never a number for the whole, which `score` alone computes. */
export const judgement = z.object({
  verdicts: z.array(verdict),
  misconceptions: z.array(assertedMisconception),
  gate: gateKind.optional(),
  /** 0 to 1: how far the judgement can be trusted. */
  confidence: z.number().min(0).max(1),
  /** `builtin`, or the model's id. */
  grader: z.string(),
  /** Quotes of what is right, to the point and not asked for by the rubric. They earn nothing. */
  insights: z.array(z.string()).optional(),
  /** Ids of the questions whose passages the grader read beside the reference. */
  passages: z.array(z.string()).optional(),
  use: modelUse.optional(),
  /** Why the model that should have graded did not. */
  failure: modelFailure.optional(),
})
export type Judgement = z.infer<typeof judgement>

/** A verified judgement with its computed score, 0 to 100, whole points. */
export const grade = judgement.extend({ score: z.int().min(0).max(100) })
export type Grade = z.infer<typeof grade>

/** The part of a question that grading needs; a bare question + reference has empty lists. */
export interface GradedQuestion {
  readonly prompt: string
  /** The reference answer, in the language of the interview. */
  readonly reference: string
  readonly keyPoints: readonly KeyPoint[]
  readonly misconceptions: readonly Misconception[]
}

/** What the candidate was replying to: the question itself, or a follow-up that aims at one point. */
export interface Asked {
  readonly kind: 'question' | 'probe' | 'dive' | 'challenge'
  readonly text: string
  /** Key point of a probe, misconception of a challenge. */
  readonly targetId?: string
}

export interface GradingInput {
  readonly question: GradedQuestion
  readonly answer: string
  readonly asked: Asked
  readonly language: Language
}

export interface GraderOptions {
  /** Aborted when the candidate does not want to wait for a model. */
  readonly signal?: AbortSignal
  /** Asks for another opinion than the one with the number before; the built-in grader has only one. */
  readonly sample?: number
}

/** The port that the built-in grader and a model implement. */
export type Grader = (input: GradingInput, options?: GraderOptions) => Promise<Judgement>
