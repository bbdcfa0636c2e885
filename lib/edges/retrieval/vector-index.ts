import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Embeddings } from '@langchain/core/embeddings'
import { proveVectorFile } from './vector-file'

/** Width of the search through the graph: at the library's 10 recall is .77 in 100,000 vectors, at 100 it is 1. */
const ef = 100

const batch = 16

type Embed = (text: string) => Float32Array

/** Our embeddings in the shape that LangChain's stores want. */
class OurEmbeddings extends Embeddings {
  constructor(private readonly embed: Embed) {
    super({})
  }
  override embedQuery = (text: string): Promise<number[]> => Promise.resolve([...this.embed(text)])
  override embedDocuments = (texts: string[]): Promise<number[][]> =>
    Promise.resolve(texts.map((text) => [...this.embed(text)]))
}

/**
 * Builds the vector index of texts and writes it into a folder; a text's position is its label.
 * @throws when what was written is not whole
 */
export async function buildVectorIndex(
  folder: string,
  texts: readonly string[],
  { dimension, embed }: { readonly dimension: number; readonly embed: Embed },
  onProgress: (done: number) => void,
): Promise<void> {
  const store = new HNSWLib(new OurEmbeddings(embed), { space: 'cosine' })
  for (let start = 0; start < texts.length; start += batch) {
    const vectors = texts.slice(start, start + batch).map((text) => [...embed(text)])
    const documents = vectors.map((_, index) => ({ pageContent: '', metadata: { position: start + index } }))
    await store.addVectors(vectors, documents)
    onProgress(start + vectors.length)
    await new Promise(setImmediate)
  }
  await store.save(folder)
  await proveVectorFile(folder, dimension, texts.length).catch((cause: unknown) => {
    throw new Error('its vectors were not written whole; the disk may be full', { cause })
  })
}

export interface VectorIndex {
  /** The `k` texts nearest in meaning, the nearest first. */
  readonly nearest: (
    vector: Float32Array,
    k: number,
  ) => Promise<readonly { position: number; similarity: number }[]>
  /** Cosine of a vector of unit length and a text's vector. */
  readonly similarity: (vector: Float32Array, position: number) => number
}

/**
 * Loads a vector index of so many texts.
 * @throws when it is not whole or has another shape; nothing of it has reached the library then
 */
export async function loadVectorIndex(
  folder: string,
  { dimension, embed }: { readonly dimension: number; readonly embed: Embed },
  count: number,
): Promise<VectorIndex> {
  await proveVectorFile(folder, dimension, count)
  const store = await HNSWLib.load(folder, new OurEmbeddings(embed))
  store.index.setEf(ef)
  return {
    nearest: async (vector, k) => {
      const found = await store.similaritySearchVectorWithScore([...vector], Math.min(k, count))
      return found.map(([document, distance]) => ({
        position: Number(document.metadata.position),
        similarity: 1 - distance,
      }))
    },
    similarity: (vector, position) =>
      // The library keeps vectors at unit length.
      store.index.getPoint(position).reduce((sum, x, d) => sum + x * (vector[d] ?? 0), 0),
  }
}
