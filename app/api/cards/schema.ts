import { z } from 'zod'
import { languages } from '@/lib/domain/handbook/language'
import { ratings } from '@/lib/domain/review/rating'

/** Body of `PATCH /api/cards`: one decision about one card. */
export const cardChange = z
  .strictObject({
    questionId: z.string().min(1),
    suspended: z.boolean().optional(),
    wanted: z.literal(true).optional(),
    rating: z.enum(ratings).optional(),
  })
  .refine((change) => [change.suspended, change.wanted, change.rating].some((given) => given !== undefined), {
    message: 'say what to change: suspended, wanted or rating',
  })

/** Query of `GET /api/cards`. */
export const cardQuery = z.object({
  format: z.enum(['json', 'csv', 'anki']).default('json'),
  language: z.enum(languages).default('en'),
})
