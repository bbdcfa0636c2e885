import { packOfTopic } from '@/lib/domain/handbook/pack/pack-topic'

/** Where a question or a topic can be read, by its id. Those of packs have no page of their own and are met in practice. */
export function readingPlace(id: string): string {
  const topic = id.split('/')[0] ?? id
  return packOfTopic(topic) === undefined ? `/handbook/${id}` : `/practice/${topic}`
}
