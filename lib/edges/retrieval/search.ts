import type { FitSigns, Search, SearchHit } from '@/lib/conduct/ports'
import { detectLanguage, otherLanguage, type Language } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { BuiltinEmbeddings } from './builtin-embeddings'
import { excerptOf, markWords } from './excerpt'
import { keywords } from './features'
import { fitOf } from './fit'
import { fuse, type Ranked, type WordScores } from './fuse'
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
  const ranked = fuse(
    candidates,
    words,
    (position) => similar.get(position) ?? (isKnown ? index.similarity(vector, position) : 0),
  )
  return { ranked, words }
}

/** Passages as hits show them: those that only stand for a question's rubric have the text of the next one. */
function shownPassages(passages: readonly Passage[]) {
  const first = new Map<string, Passage>()
  for (const passage of passages) {
    const key = `${passage.language} ${passage.questionId}`
    if (!first.has(key)) first.set(key, passage)
  }
  const isOwn = (position: number): boolean => passages[position]?.text !== passages[position + 1]?.text
  return {
    isOwn,
    firstOf: (questionId: string, language: Language) => first.get(`${language} ${questionId}`),
  }
}

interface Found {
  readonly questionId: string
  readonly score: number
  /** Positions of its passages that were found, the best first. */
  readonly positions: number[]
}

/** What a title with all words of the query adds to a question's score, before it is brought back to 0 to 1. */
const titleWeight = 0.2

/**
 * One for each question, the best first: a question is as good as its best passage in either language, and better the
 * more of the query its title says.
 * @param inTitle share of the query's words that a question's title has, by what they say
 */
function byQuestion(
  ranked: readonly Ranked[],
  passages: readonly Passage[],
  inTitle: (questionId: string) => number,
): readonly Found[] {
  const found = new Map<string, Found>()
  for (const { position, score } of ranked) {
    const passage = passages[position]
    if (!passage) continue
    const { questionId } = passage
    const hit: Found = found.get(questionId) ?? { questionId, score, positions: [] }
    hit.positions.push(position)
    found.set(questionId, hit)
  }
  return [...found.values()]
    .map((hit) => ({
      ...hit,
      score: (hit.score + titleWeight * inTitle(hit.questionId)) / (1 + titleWeight),
    }))
    .sort((a, b) => b.score - a.score)
}

/** What a query's words say and which of them passages met. */
function weighing({ embeddings, byMeaning }: LoadedIndex, query: string, words: WordScores) {
  const { idf, embed } = embeddings
  const own = [...new Set(keywords(query))]
  const asked = embed(query)
  const rarest = idf('\uE000')
  const sum = (terms: readonly string[]): number => terms.reduce((total, term) => total + idf(term), 0)
  const all = Math.max(1e-9, sum(own))
  const metBy = (positions: readonly number[]): Set<string> =>
    new Set(positions.flatMap((position) => words.met?.get(position) ?? []))
  const nearness = (text: string): number =>
    embed(text).reduce((total, x, d) => total + x * (asked[d] ?? 0), 0)
  const known = sum(own.filter((term) => idf(term) < rarest)) / all
  const shareOf = (terms: ReadonlySet<string>): number => sum(own.filter((term) => terms.has(term))) / all
  const signsOf = (positions: readonly number[]): FitSigns => {
    const met = metBy(positions)
    const most = (of: (position: number) => number): number => Math.max(0, ...positions.map(of))
    return {
      words: most((position) => words.scores.get(position) ?? 0) / Math.max(1e-9, words.attainable),
      covered: shareOf(met),
      known,
      meaning: most((position) => byMeaning.similarity(asked, position)),
    }
  }
  const excerpt = (title: string, passage: Passage, positions: readonly number[]) => {
    const terms = new Set([...own, ...metBy(positions)])
    return { title: markWords(title, terms), passage: excerptOf(passage, terms, idf, nearness) }
  }
  return { signsOf, shareOf, excerpt }
}

/** Search over a loaded index. Anything is a query: what says nothing finds nothing. */
export function createSearch(index: LoadedIndex, handbook: Handbook, askMeaning?: AskMeaning): Search {
  const { passages } = index
  const { isOwn, firstOf } = shownPassages(passages)
  const titles = new Map(
    [...handbook.questions.values()].map(({ id, prompt }) => [
      id,
      new Set(keywords(`${prompt.zh}\n${prompt.en}`)),
    ]),
  )
  const none: ReadonlySet<string> = new Set()
  return async ({ text, language: wanted, k, excerpts = false, signs = false }) => {
    const query = text.slice(0, longestQuery).trim()
    if (query === '' || !(k >= 1)) return []
    const language = wanted ?? detectLanguage(query) ?? 'en'
    const { ranked, words } = await rank(index, query, k, askMeaning)
    const { signsOf, shareOf, excerpt } = weighing(index, query, words)
    return byQuestion(ranked, passages, (id) => shareOf(titles.get(id) ?? none))
      .slice(0, Math.floor(k))
      .flatMap(({ questionId, score, positions }): SearchHit[] => {
        const question = handbook.questions.get(questionId)
        const own = positions.filter((position) => passages[position]?.language === language)
        const passage =
          passages[own.find(isOwn) ?? -1] ??
          firstOf(questionId, language) ??
          firstOf(questionId, otherLanguage(language))
        if (!question || !passage) return []
        const title = question.prompt[language]
        const told = signsOf(positions)
        return [
          {
            ...{
              questionId,
              topic: question.topic,
              title,
              passage: passage.text,
              language: passage.language,
              score,
            },
            fit: fitOf(told),
            ...(signs && { signs: told }),
            ...(excerpts && { excerpt: excerpt(title, passage, own) }),
          },
        ]
      })
  }
}
