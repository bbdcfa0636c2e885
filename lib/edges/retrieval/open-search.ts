import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Embedder, PackIndexes, Search } from '@/lib/conduct/ports'
import type { Handbook } from '@/lib/domain/handbook/question'
import { buildIndex, dimensions, loadIndex, saveIndex, type Progress } from './build-index'
import { features } from './features'
import { checkIndex, sweep, writeIndex, type Identity } from './index-files'
import { openPackIndexes } from './pack-indexes'
import { remoteSearch, type RemoteSearch } from './remote-search'
import { createSearch, type LoadedIndex } from './search'

/** To be raised with every change of what the files hold. */
const version = 4

export interface OpenedSearch {
  readonly search: Search
  /** A text as a vector of unit length, alike for texts of alike meaning in either language. */
  readonly embed: (text: string) => Float32Array
  /** Inverse document frequency of a word; 0 for a stop word, the highest for one that the handbook does not have. */
  readonly idf: (word: string) => number
  /** The same search by an endpoint's embedding model, with the built-in one standing in. */
  readonly withEmbedder: (embedder: Embedder, hooks: EmbedderHooks) => RemoteSearch
  /** Indexes of packs, by the same embeddings. */
  readonly packIndexes: PackIndexes
  readonly rebuilt: boolean
  /** Why it was built: there was none, it was stale, what of it was damaged. */
  readonly reason?: string
  readonly passages: number
  readonly seconds: number
}

export interface EmbedderHooks {
  readonly onProgress?: Progress
  /** Told why the index could not be built when a search wanted it. */
  readonly onFailure: (error: unknown) => void
}

export interface OpenSearchOptions {
  readonly handbook: Handbook
  readonly dataDir: string
  /** Names the pack that the handbook is; each has an index of its own. */
  readonly pack?: string
  /** Builds the index even if it is fresh. */
  readonly force?: boolean
  readonly onProgress?: Progress
}

const family = 'builtin-lsi'

/** A text whose features change when folding, segmentation (Node's ICU), stop words or stems do. */
const touchstone =
  '为什么注意力分数要除以 $\\sqrt{d_k}$？Quantised models’ KV-caches: 预训练语言模型 GPT-4, B²FH ＦＰ１６ α-divergence'

/** Names the embeddings so that an index made by words cut in another way is stale. */
const modelName = (): string => {
  const cut = createHash('sha256')
    .update(JSON.stringify([...features(touchstone)]))
    .digest('hex')
  return `${family}-${dimensions}-${cut.slice(0, 12)}`
}

async function buildAndLoad(
  dir: string,
  about: Identity,
  { handbook, onProgress = () => undefined }: OpenSearchOptions,
): Promise<LoadedIndex> {
  const built = await buildIndex(handbook, onProgress)
  const described = { ...about, dimension: built.model.dimension, passages: built.passages.length }
  const folder = await writeIndex(dir, described, (draft) => saveIndex(draft, built, onProgress))
  return loadIndex(folder)
}

/** The index in use, if it is whole, fresh and loads; else the reason why not. */
async function loadFresh(dir: string, about: Identity): Promise<LoadedIndex | string> {
  const checked = await checkIndex(dir, about)
  if (!checked.ok) return checked.reason
  try {
    const { dimension, passages } = checked.manifest
    const index = await loadIndex(checked.folder)
    const fits = index.embeddings.dimension === dimension && index.passages.length === passages
    return fits ? index : 'its manifest did not fit it'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Opens the search index of a handbook, building it first when there is none, or it is stale or damaged. What is
 * loaded lives in memory: the files may be replaced while it is in use.
 * @throws when the handbook has no questions, or when the data folder cannot be written
 */
export async function openSearch(options: OpenSearchOptions): Promise<OpenedSearch> {
  const { handbook, dataDir, pack = 'handbook', force = false } = options
  if (handbook.questions.size === 0)
    throw new Error('The handbook has no questions, so there is nothing to index; add a question file')
  const start = performance.now()
  const dir = path.join(dataDir, 'index', pack, family)
  const about: Identity = { version, model: modelName(), contentHash: handbook.hash }
  const found = force ? 'it was asked for' : await loadFresh(dir, about)
  const rebuilt = typeof found === 'string'
  const index = rebuilt ? await buildAndLoad(dir, about, options) : found
  await sweep(dir)
  return {
    search: createSearch(index, handbook),
    withEmbedder: (embedder, { onFailure, onProgress }) =>
      remoteSearch(
        index,
        { handbook, embedder, dataDir, pack, ...(onProgress && { onProgress }) },
        onFailure,
      ),
    packIndexes: openPackIndexes({
      dataDir,
      embeddings: index.embeddings,
      // Other questions in the handbook, other embeddings.
      model: `${about.model}-${about.contentHash}`,
    }),
    embed: index.embeddings.embed,
    idf: index.embeddings.idf,
    rebuilt,
    ...(rebuilt && { reason: found }),
    passages: index.passages.length,
    seconds: (performance.now() - start) / 1000,
  }
}
