import MiniSearch, { type Options } from 'minisearch'
import { breather } from '@/lib/conduct/breathe'
import { keywords } from './features'
import type { WordScores } from './fuse'
import type { IndexedPassage } from './passages'

/** Words of a query that are looked up; each costs up to a millisecond among 500 questions. */
const mostWords = 24

/** Beyond so many words a query is prose, and typos in it matter less than the time to look for them. */
const mostLooseWords = 12

const isLoose = (terms: readonly string[]): boolean => terms.length <= mostLooseWords

/** How fast more of the same word stops counting: the usual value for BM25. */
const saturation = 1.2

const options: Options = {
  fields: ['indexed', 'wordings'],
  tokenize: keywords,
  processTerm: (term) => term,
  searchOptions: {
    // Plain BM25 (MiniSearch's own default adds the lower bound of BM25+, which measured worse here).
    bm25: { k: saturation, b: 0.75, d: 0 },
    boost: { wordings: 0.3 },
    // A typo in a long Latin word still finds it; Han words are too short to be near one another by letters.
    fuzzy: (term, _, terms) => (isLoose(terms) && /^[a-z]{5,}$/.test(term) ? 0.2 : false),
    prefix: (term, _, terms) => isLoose(terms) && /^[a-z]{4,}$/.test(term),
    weights: { fuzzy: 0.2, prefix: 0.3 },
  },
}

export interface KeywordIndex {
  /** Scores of all passages that share a word with the query, by the passage's position, the best first. */
  readonly find: (query: string, idf: (word: string) => number) => WordScores
}

/** Words of a query, each once; of a long one those that say most. */
function wordsOf(query: string, idf: (word: string) => number): string[] {
  const words = [...new Set(keywords(query))]
  if (words.length <= mostWords) return words
  const weight = new Map(words.map((word) => [word, idf(word)]))
  return words.sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0)).slice(0, mostWords)
}

const keywordIndex = (index: MiniSearch): KeywordIndex => ({
  find: (query, idf) => {
    const words = wordsOf(query, idf)
    const found = index.search(words.join(' '), { tokenize: (text) => text.split(' ') })
    return {
      scores: new Map(found.map(({ id, score }) => [Number(id), score])),
      met: new Map(found.map(({ id, terms }) => [Number(id), terms])),
      attainable: (saturation + 1) * words.reduce((sum, word) => sum + idf(word), 0),
    }
  },
})

async function fill(passages: readonly IndexedPassage[]): Promise<MiniSearch> {
  const index = new MiniSearch(options)
  const rest = breather()
  for (const [id, { indexed, wordings }] of passages.entries()) {
    index.add({ id, indexed, wordings })
    await rest()
  }
  return index
}

/** BM25 over words of both languages; a document's id is the passage's position. */
export const buildKeywordIndex = async (passages: readonly IndexedPassage[]): Promise<KeywordIndex> =>
  keywordIndex(await fill(passages))

/** The same as text, for `loadKeywordIndex`. */
export const writeKeywordIndex = async (passages: readonly IndexedPassage[]): Promise<string> =>
  JSON.stringify(await fill(passages))

export const loadKeywordIndex = async (json: string): Promise<KeywordIndex> =>
  keywordIndex(await MiniSearch.loadJSONAsync(json, options))
