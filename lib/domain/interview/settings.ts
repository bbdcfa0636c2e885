import { z } from 'zod'
import { languages } from '../handbook/language'

export const manners = ['friendly', 'neutral', 'demanding'] as const
export const modes = ['mock', 'practice'] as const

export const difficulty = z.union([z.literal('adaptive'), z.int().min(1).max(5)])

/** What the candidate chose; the wire format of `POST /api/interviews` and of the `Started` event alike. */
export const settings = z.strictObject({
  mode: z.enum(modes).default('mock'),
  language: z.enum(languages),
  topics: z.array(z.string().min(1)).min(1, 'choose at least one topic').max(60),
  questions: z.int().min(1).max(30).optional(),
  minutes: z.int().min(5).max(120).optional(),
  difficulty: difficulty.default('adaptive'),
  manner: z.enum(manners).default('neutral'),
})

export type Settings = z.infer<typeof settings>
export type Manner = (typeof manners)[number]

export const defaultQuestions = 5
