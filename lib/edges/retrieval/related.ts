import type { Handbook, Question } from '@/lib/domain/handbook/question'
import { embeddingsOf } from './builtin-embeddings'
import { fitLsi } from './lsi'

/** Few texts carry few directions; more of them only cost time. */
const dimensions = 100

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh}\n${en}`

/** What a question is about, in both languages; its prompt counts twice. */
const matterOf = ({ prompt, keyPoints, answer }: Question): string =>
  [prompt, prompt, ...keyPoints.map(({ claim }) => claim), answer].map(both).join('\n')

/**
 * For each question the ids of those nearest in meaning, the nearest first, by built-in embeddings that are fitted on
 * one text a question: seconds for 500 questions, nothing on disk.
 * @param k how many for each question
 */
export async function relatedQuestions(
  { questions }: Pick<Handbook, 'questions'>,
  k: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = [...questions.values()]
  const texts = all.map(matterOf)
  const { embed } = embeddingsOf(await fitLsi(texts, dimensions))
  const vectors = texts.map(embed)
  const nearness = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, x, d) => sum + x * (b[d] ?? 0), 0)
  return new Map(
    all.map(({ id }, own) => {
      const vector = vectors[own] ?? new Float32Array()
      const others = all
        .map((other, index) => ({ id: other.id, near: nearness(vector, vectors[index] ?? vector) }))
        .filter((other) => other.id !== id && other.near > 0)
        .sort((a, b) => b.near - a.near || a.id.localeCompare(b.id))
      return [id, others.slice(0, k).map((other) => other.id)]
    }),
  )
}
