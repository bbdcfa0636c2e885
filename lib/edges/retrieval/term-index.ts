import { breather } from '@/lib/conduct/breathe'
import { isWord, keywords } from './features'
import { highest } from './highest'
import type { KeywordIndex } from './keyword-index'

/** Which passages have which word how often, in arrays that are written and read as they are. */
export interface Postings {
  /** Sorted by UTF-16 code units. */
  readonly vocabulary: readonly string[]
  /** Where the postings of a word begin, and one more for the end of the last. */
  readonly starts: Uint32Array
  readonly passages: Uint32Array
  readonly counts: Uint32Array
  /** Words of each passage. */
  readonly lengths: Uint32Array
}

/** Collects the words of passages, in the order of their positions. */
export function postingsCollector() {
  const found = new Map<string, number[]>()
  const lengths: number[] = []
  return {
    /** @param features of a passage, of which its whole words are kept */
    add(features: ReadonlyMap<string, number>): void {
      let length = 0
      for (const [word, count] of features) {
        if (!isWord(word)) continue
        const list = found.get(word)
        if (list) list.push(lengths.length, count)
        else found.set(word, [lengths.length, count])
        length += count
      }
      lengths.push(length)
    },
    /** Puts all of it in order; lets the event loop run in between. */
    async finish(): Promise<Postings> {
      const rest = breather()
      const vocabulary = await sorted([...found.keys()], rest)
      const size = [...found.values()].reduce((sum, list) => sum + list.length / 2, 0)
      const [passages, counts] = [new Uint32Array(size), new Uint32Array(size)]
      const starts = new Uint32Array(vocabulary.length + 1)
      let end = 0
      for (const [index, word] of vocabulary.entries()) {
        const list = found.get(word) ?? []
        for (let at = 0; at < list.length; at += 2, end++) {
          passages[end] = list[at] as number
          counts[end] = list[at + 1] as number
        }
        starts[index + 1] = end
        await rest()
      }
      return { vocabulary, starts, passages, counts, lengths: Uint32Array.from(lengths) }
    },
  }
}

/** Sorts by first letter and then within each, so that no sort takes long. */
async function sorted(words: readonly string[], rest: () => Promise<void>): Promise<string[]> {
  const byLetter = new Map<string, string[]>()
  for (const word of words) {
    const letter = word.slice(0, 2)
    const list = byLetter.get(letter)
    if (list) list.push(word)
    else byLetter.set(letter, [word])
  }
  const all: string[] = []
  for (const letter of [...byLetter.keys()].sort()) {
    for (const word of (byLetter.get(letter) ?? []).sort()) all.push(word)
    await rest()
  }
  return all
}

/** The usual values of BM25, as in the index of the handbook. */
const [saturation, lengthWeight] = [1.2, 0.75]

/** What a word counts that only begins like the one of the query, or that differs from it by one letter. */
const looseWeight = 0.3

/** Words and their relatives that are looked up, and passages that are handed on. */
const [mostWords, mostRelatives, mostScores] = [24, 30, 1_000]

/** The first word of a vocabulary that is not before the given one. */
function lowerBound(vocabulary: readonly string[], word: string): number {
  let [low, high] = [0, vocabulary.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((vocabulary[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one letter more, less, other or swapped makes one word of the other. */
export function isOneTypoAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0]
  return left.length <= 1 && right.length <= 1
}

/** The words of a vocabulary that a word of a query stands for, with what each counts. */
function relativesOf(vocabulary: readonly string[], word: string): [index: number, weight: number][] {
  const first = lowerBound(vocabulary, word)
  const exact = vocabulary[first] === word
  const found: [number, number][] = exact ? [[first, 1]] : []
  if (!/^[a-z]{4,}$/.test(word)) return found
  for (let at = first; at < vocabulary.length && found.length < mostRelatives; at++) {
    if (!vocabulary[at]?.startsWith(word)) break
    if (vocabulary[at] !== word) found.push([at, looseWeight])
  }
  if (found.length > 0 || word.length < 5) return found
  const letter = word.slice(0, 1)
  for (let at = lowerBound(vocabulary, letter); vocabulary[at]?.startsWith(letter); at++)
    if (isOneTypoAway(vocabulary[at] as string, word)) found.push([at, looseWeight])
  return found.slice(0, mostRelatives)
}

/** BM25 over postings: the same as the handbook's keyword index for packs of any size, without its memory and its JSON. */
export function termIndex({ vocabulary, starts, passages, counts, lengths }: Postings): KeywordIndex {
  const total = lengths.length
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, total) || 1
  const idfOf = (frequency: number): number => Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
  const scores = new Float32Array(total)
  const addWord = (index: number, weight: number): void => {
    const [from, to] = [starts[index] as number, starts[index + 1] as number]
    const idf = idfOf(to - from) * weight
    for (let at = from; at < to; at++) {
      const [passage, count] = [passages[at] as number, counts[at] as number]
      const norm = 1 - lengthWeight + (lengthWeight * (lengths[passage] as number)) / mean
      scores[passage] =
        (scores[passage] as number) + (idf * count * (saturation + 1)) / (count + saturation * norm)
    }
  }
  return {
    find: (query) => {
      const wanted = [...new Set(keywords(query))]
        .map((word) => ({ relatives: relativesOf(vocabulary, word) }))
        .map(({ relatives }) => {
          const [index] = relatives.find(([, weight]) => weight === 1) ?? []
          const idf = index === undefined ? idfOf(0) : idfOf((starts[index + 1] ?? 0) - (starts[index] ?? 0))
          return { relatives, idf }
        })
        .sort((a, b) => b.idf - a.idf)
        .slice(0, mostWords)
      scores.fill(0)
      for (const { relatives } of wanted) for (const [index, weight] of relatives) addWord(index, weight)
      const best = highest(scores, mostScores, 0)
      return {
        scores: new Map(best.map((passage) => [passage, scores[passage] as number])),
        attainable: (saturation + 1) * wanted.reduce((sum, { idf }) => sum + idf, 0),
      }
    },
  }
}
