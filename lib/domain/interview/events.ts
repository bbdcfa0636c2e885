import { z } from 'zod'
import { grade } from '../grading/grade'
import { modelFailure, modelUse } from '../grading/model-use'
import { objection } from './objection'
import { opening } from './opening'
import { settings } from './settings'

const localized = z.object({ zh: z.string(), en: z.string() })
const cues = z.array(z.array(z.string()))

/**
 * The question as it was asked. It is kept with the event so that a later edit of the handbook
 * changes neither the grade nor the report of an interview that has been held.
 */
export const askedQuestion = z.object({
  id: z.string(),
  topic: z.string(),
  hash: z.string(),
  difficulty: z.number(),
  prompt: localized,
  answer: localized,
  keyPoints: z.array(
    z.object({ id: z.string(), weight: z.number(), claim: localized, cues, probe: localized }),
  ),
  misconceptions: z.array(z.object({ id: z.string(), claim: localized, cues, correction: localized })),
  deepDives: z.array(z.object({ prompt: localized, expects: localized })),
  references: z.array(z.string()),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

export const closeReasons = ['questions', 'time', 'ended', 'exhausted'] as const
export type CloseReason = (typeof closeReasons)[number]

const move = { moveId: z.string() }

/** What the interviewer has decided to do next; its words follow as a `Spoken` event. */
export const moveSchema = z.discriminatedUnion('kind', [
  z.object({ ...move, kind: z.literal('question'), question: askedQuestion }),
  z.object({ ...move, kind: z.literal('probe'), keyPointId: z.string() }),
  z.object({ ...move, kind: z.literal('challenge'), misconceptionId: z.string() }),
  z.object({ ...move, kind: z.literal('dive'), dive: z.int() }),
  z.object({ ...move, kind: z.literal('hint'), keyPointId: z.string().optional() }),
  z.object({ ...move, kind: z.literal('clarification'), text: z.string() }),
  z.object({
    ...move,
    kind: z.literal('remark'),
    about: z.enum(['empty', 'echo', 'keyword-list', 'instructions', 'off-topic', 'ungraded']),
  }),
  z.object({ ...move, kind: z.literal('closing'), reason: z.enum(closeReasons) }),
])
export type Move = z.infer<typeof moveSchema>
export type MoveKind = Move['kind']

/** A move that waits for an answer. */
export const answerableKinds = ['question', 'probe', 'dive', 'challenge'] as const
export type AnswerableKind = (typeof answerableKinds)[number]

export const requestKinds = ['hint-request', 'clarification-request', 'skip', 'end'] as const
export type RequestKind = (typeof requestKinds)[number]

const at = { at: z.iso.datetime() }

/** Everything that can happen to an interview. Events are only ever appended, and never changed. */
export const interviewEvent = z.discriminatedUnion('type', [
  z.object({
    ...at,
    type: z.literal('Started'),
    settings,
    seed: z.int(),
    /** Questions asked in recent interviews of the same owner, which the plan tries to avoid. */
    recent: z.array(z.string()),
  }),
  z.object({ ...at, type: z.literal('Asked'), move: moveSchema }),
  z.object({
    ...at,
    type: z.literal('Spoken'),
    moveId: z.string(),
    text: z.string(),
    /** Of the model that chose the words; absent for the built-in interviewer. */
    use: modelUse.optional(),
    /** Why the model that should have chosen them did not, or not all of them. */
    failure: modelFailure.optional(),
  }),
  z.object({ ...at, type: z.literal('AnswerSubmitted'), turnId: z.string(), text: z.string() }),
  z.object({
    ...at,
    type: z.literal('Requested'),
    turnId: z.string(),
    kind: z.enum(requestKinds),
    text: z.string(),
  }),
  z.object({ ...at, type: z.literal('AnswerGraded'), turnId: z.string(), grade }),
  /** The candidate disagreed with a verdict and it was looked at afresh; both grades are kept. */
  z.object({ ...at, type: z.literal('Objected'), turnId: z.string(), objection }),
  z.object({ ...at, type: z.literal('GradingFailed'), turnId: z.string(), reason: z.string() }),
  /** A model has worded the opening of the report. */
  z.object({ ...at, type: z.literal('OpeningWorded'), opening }),
])
export type InterviewEvent = z.infer<typeof interviewEvent>
