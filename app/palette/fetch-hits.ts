import { z } from 'zod/mini'
import type { Language } from '@/lib/domain/handbook/language'

const marked = z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) })

const reply = z.object({
  hits: z.array(
    z.object({
      questionId: z.string(),
      topic: z.string(),
      excerpt: z.object({ title: marked, passage: marked }),
    }),
  ),
})

export type Hit = z.infer<typeof reply>['hits'][number]

/** How many questions are listed. */
const shown = 8

/**
 * Questions of the handbook for a query in either language, titles and passages in `language`.
 * @throws when the server cannot be reached or does not answer as it should
 */
export async function fetchHits(query: string, language: Language, signal: AbortSignal): Promise<Hit[]> {
  const address = new URLSearchParams({
    q: query.slice(0, 500),
    language,
    k: String(shown),
    excerpts: 'true',
  })
  const response = await fetch(`/api/handbook/search?${address}`, { signal })
  if (!response.ok) throw new Error(`The search answered with ${response.status}`)
  return reply.parse(await response.json()).hits
}
