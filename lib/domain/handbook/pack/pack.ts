import { assemble } from '../assemble'
import type { Localized } from '../language'
import type { Handbook, Part, Question, Topic } from '../question'
import type { PackQuestion } from './pack-question'
import { packOfTopic, packTopic } from './pack-topic'

/** What is known of a pack without reading it. */
export interface PackHeader {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly createdAt: string
  readonly questions: number
  /** SHA-256 over the questions, hex: the same for the same content. */
  readonly hash: string
}

export interface Pack {
  readonly header: PackHeader
  readonly questions: readonly PackQuestion[]
}

/** The part of the handbook that a visitor's own packs stand in. */
const part = { id: 'my-packs', title: { zh: '我的题包', en: 'My packs' } }

const topicOf = ({ id, name, questions }: PackHeader): Topic => ({
  id: packTopic(id),
  part: part.id,
  title: { zh: name, en: name },
  description: { zh: `自己导入的 ${questions} 道题`, en: `${questions} questions that you imported` },
  outline: 0,
})

/** The questions of a pack under the ids that they have in the handbook. */
export const questionsIn = ({ header, questions }: Pack): Question[] =>
  questions.map(({ slug, ...question }) => {
    const topic = packTopic(header.id)
    return { id: `${topic}/${slug}`, topic, alsoIn: [], covers: [], ...question }
  })

/** A handbook with packs as a part of their own, one topic each. */
export function withPacks(
  handbook: Handbook,
  packs: readonly { header: PackHeader; questions: readonly Question[] }[],
): Handbook {
  if (packs.length === 0) return handbook
  const own: Part = { ...part, topics: packs.map(({ header }) => topicOf(header)) }
  const questions = [...handbook.questions.values(), ...packs.flatMap((pack) => pack.questions)]
  const hash = [handbook.hash, ...packs.map(({ header }) => header.hash)].join(' ')
  return assemble([...handbook.parts, own], questions, hash, [...handbook.loops.values()])
}

const gone = { zh: '已删除的题包', en: 'A pack that was deleted' }

/** What a topic is called, also after the pack that it was has been deleted. */
export const topicTitle = ({ topics }: Pick<Handbook, 'topics'>, id: string): Localized =>
  topics.get(id)?.title ?? (packOfTopic(id) === undefined ? { zh: id, en: id } : gone)
