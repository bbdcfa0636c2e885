import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Embedder } from '@/lib/conduct/ports'
import type { Handbook } from '@/lib/domain/handbook/question'
import { embeddedText, type Progress } from './build-index'
import { checkIndex, sweep, writeIndex, type Identity } from './index-files'
import { splitHandbook } from './passages'
import { openVectorCache } from './vector-cache'
import { buildVectorIndex, loadVectorIndex, type VectorIndex } from './vector-index'

/** To be raised with every change of what the files hold. */
const version = 1

/** Texts of one request. */
const batch = 64

export interface RemoteIndexOptions {
  readonly handbook: Handbook
  readonly embedder: Embedder
  readonly dataDir: string
  readonly pack: string
  readonly onProgress?: Progress
}

/** A file name for any model's id. */
const slug = (model: string): string =>
  `${model.replace(/[^a-zA-Z0-9.-]+/g, '-').slice(0, 60)}-${createHash('sha256').update(model).digest('hex').slice(0, 8)}`

/** The vector of every text, from the cache or the endpoint, each new one kept before the next is asked for. */
async function vectorsOf(
  texts: readonly string[],
  { embedder, dataDir, onProgress = () => undefined }: RemoteIndexOptions,
): Promise<Map<string, Float32Array>> {
  const cache = await openVectorCache(path.join(dataDir, 'embeddings', `${slug(embedder.model)}.jsonl`))
  const wanted = [...new Set(texts)]
  const missing = wanted.filter((text) => cache.get(text) === undefined)
  const report = (done: number): void =>
    onProgress(wanted.length - missing.length + done, wanted.length, 'asking for embeddings')
  report(0)
  for (let start = 0; start < missing.length; start += batch) {
    const some = missing.slice(start, start + batch)
    await cache.put(some, await embedder.embed(some))
    report(start + some.length)
  }
  return new Map(
    wanted.flatMap((text) => {
      const vector = cache.get(text)
      return vector ? [[text, vector] as const] : []
    }),
  )
}

async function build(dir: string, about: Identity, options: RemoteIndexOptions): Promise<void> {
  const { handbook, onProgress = () => undefined } = options
  const texts = (await splitHandbook(handbook, () => undefined)).map(embeddedText)
  const vectors = await vectorsOf(texts, options)
  const dimension = vectors.values().next().value?.length ?? 0
  const embed = (text: string): Float32Array => {
    const vector = vectors.get(text)
    if (vector?.length !== dimension)
      throw new Error(`The embedding model "${options.embedder.model}" gave vectors of different lengths`)
    return vector
  }
  await writeIndex(dir, { ...about, dimension, passages: texts.length }, (draft) =>
    buildVectorIndex(draft, texts, { dimension, embed }, (done) =>
      onProgress(done, texts.length, 'indexing passages'),
    ),
  )
}

/**
 * The index of a handbook's passages by an endpoint's embedding model, positions as in the built-in one; built when
 * there is none or it is stale. Each model has its own folder, so that another one's stays in use meanwhile.
 * @throws when the endpoint fails or the folder cannot be written; what was embedded by then is kept
 */
export async function openRemoteIndex(options: RemoteIndexOptions): Promise<VectorIndex> {
  const { handbook, embedder, dataDir, pack } = options
  const dir = path.join(dataDir, 'index', pack, slug(embedder.model))
  const about: Identity = { version, model: embedder.model, contentHash: handbook.hash }
  let checked = await checkIndex(dir, about)
  if (!checked.ok) {
    await build(dir, about, options)
    checked = await checkIndex(dir, about)
  }
  if (!checked.ok) throw new Error(`The index by "${embedder.model}" cannot be used: ${checked.reason}`)
  await sweep(dir)
  const { dimension, passages } = checked.manifest
  const embed = (): never => {
    throw new Error('Queries are embedded by the endpoint')
  }
  return loadVectorIndex(checked.folder, { dimension, embed }, passages)
}
