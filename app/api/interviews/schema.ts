import { z } from 'zod'
import { startSettings } from '@/lib/domain/interview/settings'
import { requestKinds } from '@/lib/domain/interview/events'

/** Longest answer, characters. */
export const maxAnswerLength = 20_000

/** Body of `POST /api/interviews`. */
export const startRequest = startSettings
  .refine((s) => s.questions === undefined || s.minutes === undefined, {
    path: ['minutes'],
    message: 'give either questions or minutes, not both',
  })
  .refine((s) => [s.topics, s.picks, s.loop].filter((chosen) => chosen !== undefined).length === 1, {
    path: ['topics'],
    message: 'choose topics, or name questions as picks, or a loop: one of the three',
  })

/** Body of `POST /api/interviews/:id/turns`. The length of `text` is checked by the route, which answers 413. */
export const turnRequest = z.strictObject({
  turnId: z.uuid('must be a UUID that you make, a new one for each turn'),
  kind: z.enum(['answer', ...requestKinds]),
  text: z.string().default(''),
  /** `current.moveId` of the interview as you saw it: keeps an answer from landing on a later question. */
  inReplyTo: z.string().optional(),
})
