import { z } from 'zod'
import { guestOf } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { invalid } from '@/app/api/problem'
import { searchHandbook } from '@/lib/conduct/search-handbook'
import { languages } from '@/lib/domain/handbook/language'
import { wire } from '@/lib/wire'

const query = z.object({
  q: z
    .string('say what to look for')
    .trim()
    .min(1, 'say what to look for')
    .max(500, 'may have 500 characters at the most'),
  language: z.enum(languages, 'must be zh or en').optional(),
  k: z.coerce.number().int().min(1).max(50).default(10),
  excerpts: z.enum(['true', 'false'], 'must be true or false').default('false'),
})

/** Passages of the handbook and of the visitor's packs for a query in either language, merged by question. */
export const GET = handle(async (request: Request) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return invalid(parsed.error)
  const { q: text, language, k, excerpts } = parsed.data
  const hits = await searchHandbook(await wire(), await guestOf(request), {
    ...{ text, k, excerpts: excerpts === 'true' },
    ...(language && { language }),
  })
  return Response.json({
    hits: hits.map(({ questionId, topic, title, passage, score, excerpt }) => ({
      ...{ questionId, topic, title, passage, score },
      ...(excerpt && { excerpt }),
    })),
  })
})
