export interface Ranked {
  /** Position of a passage. */
  readonly position: number
  readonly score: number
}

/** What a query found by its words. */
export interface WordScores {
  /** Keyword score by position; a position without one shares no word. */
  readonly scores: ReadonlyMap<number, number>
  /** About what a passage with all words of the query would get. */
  readonly attainable: number
  /** By position the words of the passage that the query's words met, as `keywords` cuts them: typos and all. */
  readonly met?: ReadonlyMap<number, readonly string[]>
}

/** What nearness in meaning counts beside words; found by `scripts/tune-retrieval.ts`. */
export const meaningWeight = 1.5

/**
 * What a keyword score is divided by: the geometric mean of the best one and of what was attainable. By the best one
 * alone, sharing a single odd word would count in full; by the attainable one alone, words would count for nothing
 * in a long query.
 */
function wordScale({ scores, attainable }: WordScores): number {
  const best = Math.max(1e-9, ...scores.values())
  return Math.max(best, Math.sqrt(best * attainable))
}

/**
 * Adds up shares of words and nearness in meaning. Unlike the ranks of reciprocal rank fusion they keep how far ahead
 * the best is: with a weak dense model, equal ranks measured below keywords alone.
 * @param candidates positions to be ranked
 * @param similarity cosine for a position
 * @returns scores from 0 to 1, the best first
 */
export function fuse(
  candidates: Iterable<number>,
  words: WordScores,
  similarity: (position: number) => number,
  weight = meaningWeight,
): Ranked[] {
  const scale = wordScale(words)
  return [...candidates]
    .map((position): Ranked => {
      const word = (words.scores.get(position) ?? 0) / scale
      const meaning = Math.min(1, Math.max(0, similarity(position)))
      return { position, score: (word + weight * meaning) / (1 + weight) }
    })
    .sort((a, b) => b.score - a.score || a.position - b.position)
}
