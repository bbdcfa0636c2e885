import type { Language } from '@/lib/domain/handbook/language'
import { questionsOf, type Handbook } from '@/lib/domain/handbook/question'

export interface OfferedPart {
  readonly id: string
  readonly title: string
  readonly topics: readonly { readonly id: string; readonly title: string; readonly questions: number }[]
}

/** The handbook as the form offers it: topics that have questions by part, and the titles of those that have none yet. */
export function offeredParts(
  handbook: Handbook,
  language: Language,
): { readonly offered: readonly OfferedPart[]; readonly unwritten: readonly string[] } {
  const counted = handbook.parts.map(({ id, title, topics }) => ({
    id,
    title: title[language],
    topics: topics.map((topic) => ({
      id: topic.id,
      title: topic.title[language],
      questions: questionsOf(handbook, topic.id).length,
    })),
  }))
  return {
    offered: counted
      .map((part) => ({ ...part, topics: part.topics.filter(({ questions }) => questions > 0) }))
      .filter(({ topics }) => topics.length > 0),
    unwritten: counted
      .flatMap(({ topics }) => topics.filter(({ questions }) => questions === 0))
      .map(({ title }) => title),
  }
}
