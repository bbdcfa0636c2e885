import { handle } from '@/app/api/handle'
import { questionsOf } from '@/lib/domain/handbook/question'
import { wire } from '@/lib/wire'

/** The topics that have questions, in reading order, with their titles in both languages. */
export const GET = handle(async () => {
  const handbook = await (await wire()).handbook()
  const topics = [...handbook.topics.values()]
    .map(({ id, part, title, description }) => ({
      ...{ id, part, title, description },
      questions: questionsOf(handbook, id).length,
    }))
    .filter(({ questions }) => questions > 0)
  return Response.json({ topics })
})
