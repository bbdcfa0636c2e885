import MiniSearch, { type Options } from 'minisearch'
import { keywords } from './features'
import type { Passage } from './passages'

const options: Options = {
  fields: ['text', 'context'],
  tokenize: keywords,
  processTerm: (term) => term,
  searchOptions: {
    boost: { context: 1.5 },
    // A typo in a long Latin word still finds it; Han words are too short to be near one another by letters.
    fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    prefix: (term) => /^[a-z]{4,}$/.test(term),
  },
}

/** BM25 over words of both languages; a document's id is the passage's position. */
export function buildKeywordIndex(passages: readonly Passage[]): MiniSearch {
  const index = new MiniSearch(options)
  index.addAll(passages.map(({ text, context }, id) => ({ id, text, context })))
  return index
}

export const loadKeywordIndex = (json: string): MiniSearch => MiniSearch.loadJSON(json, options)
