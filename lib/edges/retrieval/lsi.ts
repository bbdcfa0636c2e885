import { breather } from '@/lib/conduct/breathe'
import { features, isWord } from './features'
import { fittingSteps, leadingDirections, type SparseRows } from './leading-directions'

/** A fitted model: what a text's features weigh and how they map to dimensions. */
export interface LsiModel {
  readonly dimension: number
  readonly vocabulary: readonly string[]
  /** One for each feature of the vocabulary. */
  readonly idf: Float32Array
  /** `vocabulary.length` rows of `dimension` numbers. */
  readonly projection: Float32Array
}

/** What a feature that occurs so often in a text weighs in it. */
export const weighted = (count: number, idf: number): number => Math.log(1 + count) * idf

/** Every word, and the pieces of words that more than one document has: the others would only tell it apart. */
function vocabularyOf(frequency: ReadonlyMap<string, number>): string[] {
  return [...frequency]
    .filter(([feature, documents]) => documents > 1 || isWord(feature))
    .map(([feature]) => feature)
    .sort()
}

/** Weighs the features of each document and brings each document to unit length. */
function weigh(
  counted: readonly ReadonlyMap<string, number>[],
  position: ReadonlyMap<string, number>,
  idf: Float32Array,
): SparseRows {
  const size = counted.reduce((sum, counts) => sum + counts.size, 0)
  const starts = new Uint32Array(counted.length + 1)
  const indices = new Uint32Array(size)
  const values = new Float32Array(size)
  let end = 0
  for (const [d, counts] of counted.entries()) {
    const start = end
    let squares = 0
    for (const [feature, count] of counts) {
      const index = position.get(feature)
      if (index === undefined) continue
      const value = weighted(count, idf[index] ?? 0)
      indices[end] = index
      values[end] = value
      squares += value * value
      end++
    }
    const norm = Math.sqrt(squares) || 1
    for (let i = start; i < end; i++) values[i] = (values[i] ?? 0) / norm
    starts[d + 1] = end
  }
  return { starts, indices: indices.subarray(0, end), values: values.subarray(0, end), width: position.size }
}

/**
 * Fits latent semantic indexing (Deerwester et al. 1990) on aligned texts: each document holds the same matter in
 * both languages, so words of one come to lie near words of the other (Dumais et al. 1997).
 * @param wanted dimensions; fewer when the documents do not have so many
 * @param onProgress is told how much of which stage is done
 */
export async function fitLsi(
  documents: readonly string[],
  wanted: number,
  onProgress: (done: number, total: number, stage: string) => void = () => undefined,
): Promise<LsiModel> {
  const rest = breather()
  const frequency = new Map<string, number>()
  const counted: Map<string, number>[] = []
  for (const document of documents) {
    const counts = features(document)
    for (const feature of counts.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
    onProgress(counted.push(counts), documents.length, 'reading texts')
    await rest()
  }
  const vocabulary = vocabularyOf(frequency)
  const position = new Map(vocabulary.map((feature, index) => [feature, index]))
  const idf = Float32Array.from(vocabulary, (feature) =>
    Math.log(1 + documents.length / (frequency.get(feature) ?? 1)),
  )
  let done = 0
  const { directions, dimension } = await leadingDirections(weigh(counted, position, idf), wanted, () =>
    onProgress(++done, fittingSteps, 'fitting embeddings'),
  )
  return { dimension, vocabulary, idf, projection: directions }
}
