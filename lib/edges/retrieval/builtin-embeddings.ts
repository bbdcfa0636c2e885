import { open, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { features, isStopWord, keywords, stem } from './features'
import { weighted, type LsiModel } from './lsi'

/** Texts to vectors with a fitted model, synchronously and purely. */
export interface BuiltinEmbeddings {
  readonly dimension: number
  /** A text as a vector of unit length; the zero vector for a text without a known feature. */
  readonly embed: (text: string) => Float32Array
  /** The same of a text whose features have been counted. */
  readonly embedFeatures: (counts: ReadonlyMap<string, number>) => Float32Array
  /** Inverse document frequency of a word in any inflection: 0 for a stop word, the highest for an unknown word. */
  readonly idf: (word: string) => number
}

/** Makes the functions of a model; the model's arrays are used where they are, not copied. */
export function embeddingsOf({ dimension, vocabulary, idf, projection }: LsiModel): BuiltinEmbeddings {
  const position = new Map(vocabulary.map((feature, index) => [feature, index]))
  const rarest = idf.reduce((most, value) => Math.max(most, value), 0)
  const embedFeatures = (counts: ReadonlyMap<string, number>): Float32Array => {
    const vector = new Float32Array(dimension)
    for (const [feature, count] of counts) {
      const row = position.get(feature)
      if (row === undefined) continue
      const weight = weighted(count, idf[row] ?? 0)
      const start = row * dimension
      for (let d = 0; d < dimension; d++) vector[d] = (vector[d] ?? 0) + weight * (projection[start + d] ?? 0)
    }
    const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
    return norm === 0 ? vector : vector.map((x) => x / norm)
  }
  const idfOf = (word: string): number => {
    const folded = word.normalize('NFKC').toLowerCase()
    if (isStopWord(folded)) return 0
    const row = position.get(stem(folded)) ?? position.get(keywords(folded)[0] ?? '')
    return row === undefined ? rarest : (idf[row] ?? rarest)
  }
  return { dimension, embed: (text) => embedFeatures(features(text)), embedFeatures, idf: idfOf }
}

const names = { words: 'embeddings.json', numbers: 'embeddings.f32' }
const words = z.object({ dimension: z.int().min(0), vocabulary: z.array(z.string()) })

const bytesOf = (numbers: Float32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** Writes a model into a folder: the vocabulary as JSON, beside it the numbers, first `idf`, then `projection`. */
export async function saveModel(folder: string, model: LsiModel): Promise<void> {
  const { dimension, vocabulary, idf, projection } = model
  await writeFile(path.join(folder, names.words), JSON.stringify({ dimension, vocabulary }))
  await writeFile(path.join(folder, names.numbers), bytesOf(idf))
  await writeFile(path.join(folder, names.numbers), bytesOf(projection), { flag: 'a' })
}

/**
 * Reads a model that `saveModel` wrote.
 * @throws when its two files do not fit each other
 */
export async function loadModel(folder: string): Promise<LsiModel> {
  const { dimension, vocabulary } = words.parse(
    JSON.parse(await readFile(path.join(folder, names.words), 'utf8')),
  )
  const file = path.join(folder, names.numbers)
  const count = vocabulary.length * (1 + dimension)
  const { size } = await stat(file)
  if (size !== count * Float32Array.BYTES_PER_ELEMENT)
    throw new Error(`${file} has ${size} bytes and does not fit the vocabulary beside it`)
  const numbers = new Float32Array(count)
  const handle = await open(file, 'r')
  try {
    const { bytesRead } = await handle.read(bytesOf(numbers))
    if (bytesRead !== size) throw new Error(`${file} could not be read whole`)
  } finally {
    await handle.close()
  }
  const idf = numbers.subarray(0, vocabulary.length)
  return { dimension, vocabulary, idf, projection: numbers.subarray(vocabulary.length) }
}
