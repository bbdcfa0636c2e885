import { z } from 'zod'
import { languages } from '../handbook/language'

export const manners = ['friendly', 'neutral', 'demanding'] as const
export const modes = ['mock', 'practice'] as const

export const difficulty = z.union([z.literal('adaptive'), z.int().min(1).max(5)])

/** The most questions that one interview asks. */
export const mostQuestions = 30

/** A question that is to be asked, with at most so many probes. */
export const pick = z.strictObject({
  questionId: z.string().min(1),
  followUps: z.int().min(0).max(3).optional(),
})

/** What the candidate chose; the wire format of `POST /api/interviews` and of the `Started` event alike. */
export const settings = z.strictObject({
  mode: z.enum(modes).default('mock'),
  language: z.enum(languages),
  topics: z.array(z.string().min(1)).min(1, 'choose at least one topic').max(60),
  /** These questions in this order, instead of any of the topics. */
  picks: z.array(pick).min(1).max(mostQuestions).optional(),
  /** The round that the picks come from. */
  loop: z.string().min(1).optional(),
  questions: z.int().min(1).max(mostQuestions).optional(),
  minutes: z.int().min(5).max(120).optional(),
  difficulty: difficulty.default('adaptive'),
  manner: z.enum(manners).default('neutral'),
})

export type Settings = z.infer<typeof settings>
export type Pick = z.infer<typeof pick>
export type Manner = (typeof manners)[number]

export const defaultQuestions = 5

/** What a candidate asks for: topics, questions by name, or a round. */
export const startSettings = settings.extend({ topics: settings.shape.topics.optional() })
export type StartSettings = z.infer<typeof startSettings>
