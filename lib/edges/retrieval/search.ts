import type { Search, SearchHit } from '@/lib/conduct/ports'
import { detectLanguage, otherLanguage, type Language } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { BuiltinEmbeddings } from './builtin-embeddings'
import { fuse, type Ranked } from './fuse'
import type { KeywordIndex } from './keyword-index'
import type { Passage } from './passages'
import type { VectorIndex } from './vector-index'

export interface LoadedIndex {
  readonly passages: readonly Passage[]
  readonly byWord: KeywordIndex
  readonly byMeaning: VectorIndex
  readonly embeddings: BuiltinEmbeddings
}

/** A query's vector and the index that it is meant for. */
export interface Meaning {
  readonly vector: Float32Array
  readonly index: VectorIndex
}

/** What is read of a query; nobody searches with more. */
const longestQuery = 2_000

/** How many passages each index gives: enough for `k` questions of a dozen passages each. */
const depth = (k: number): number => Math.min(600, Math.max(60, k * 12))

/** Embeddings of the query other than the built-in ones; `undefined` where they are not to be had. */
export type AskMeaning = (query: string) => Promise<Meaning | undefined>

async function rank(
  { byWord, byMeaning, embeddings }: LoadedIndex,
  query: string,
  k: number,
  askMeaning?: AskMeaning,
) {
  const words = byWord.find(query, embeddings.idf)
  const asked = await askMeaning?.(query)
  const { vector, index } = asked ?? { vector: embeddings.embed(query), index: byMeaning }
  const isKnown = vector.some((x) => x !== 0)
  const near = isKnown ? await index.nearest(vector, depth(k)) : []
  const similar = new Map(near.map(({ position, similarity }) => [position, similarity]))
  const candidates = new Set([...[...words.scores.keys()].slice(0, depth(k)), ...similar.keys()])
  return fuse(
    candidates,
    words,
    (position) => similar.get(position) ?? (isKnown ? index.similarity(vector, position) : 0),
  )
}

/** For each question its passages in each language, those of the index's beginning first. */
function firstPassages(passages: readonly Passage[]): Map<string, Passage> {
  const first = new Map<string, Passage>()
  for (const passage of passages) {
    const key = `${passage.language} ${passage.questionId}`
    if (!first.has(key)) first.set(key, passage)
  }
  return first
}

interface Found {
  readonly questionId: string
  readonly score: number
  /** The best passage in the wanted language, if one was found. */
  shown?: Passage
}

/** One for each question, the best first: a question is as good as its best passage in either language. */
function byQuestion(
  ranked: readonly Ranked[],
  passages: readonly Passage[],
  language: Language,
): readonly Found[] {
  const found = new Map<string, Found>()
  for (const { position, score } of ranked) {
    const passage = passages[position]
    if (!passage) continue
    const { questionId } = passage
    const hit: Found = found.get(questionId) ?? { questionId, score }
    if (passage.language === language) hit.shown ??= passage
    found.set(questionId, hit)
  }
  return [...found.values()]
}

/** Search over a loaded index. Anything is a query: what says nothing finds nothing. */
export function createSearch(index: LoadedIndex, handbook: Handbook, askMeaning?: AskMeaning): Search {
  const first = firstPassages(index.passages)
  return async ({ text, language: wanted, k }) => {
    const query = text.slice(0, longestQuery).trim()
    if (query === '' || !(k >= 1)) return []
    const language = wanted ?? detectLanguage(query) ?? 'en'
    const ranked = await rank(index, query, k, askMeaning)
    return byQuestion(ranked, index.passages, language)
      .slice(0, Math.floor(k))
      .flatMap(({ questionId, score, shown }): SearchHit[] => {
        const question = handbook.questions.get(questionId)
        const passage =
          shown ??
          first.get(`${language} ${questionId}`) ??
          first.get(`${otherLanguage(language)} ${questionId}`)
        if (!question || !passage) return []
        const { topic, prompt } = question
        return [
          {
            questionId,
            topic,
            title: prompt[language],
            passage: passage.text,
            language: passage.language,
            score,
          },
        ]
      })
  }
}
