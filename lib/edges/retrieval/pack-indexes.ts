import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackIndexes, Search } from '@/lib/conduct/ports'
import type { PackHeader } from '@/lib/domain/handbook/pack/pack'
import { packTopic } from '@/lib/domain/handbook/pack/pack-topic'
import { questionsOf, type Handbook, type Question } from '@/lib/domain/handbook/question'
import type { BuiltinEmbeddings } from './builtin-embeddings'
import { checkIndex, sweep, writeIndex, type Identity } from './index-files'
import { buildPack, loadPack, savePack } from './pack-index'
import { createSearch, type LoadedIndex } from './search'

/** To be raised with every change of what the files hold. */
const version = 1

/** Indexes that are kept in memory; the one that was used longest ago goes first. */
const mostLoaded = 12

export interface PackIndexesOptions {
  readonly dataDir: string
  readonly embeddings: BuiltinEmbeddings
  /** Names the embeddings, and what they were fitted on. */
  readonly model: string
}

const folderName = packTopic

/** The index of a pack, from its files if they are whole and fresh. */
async function loadFresh(
  dir: string,
  about: Identity,
  embeddings: BuiltinEmbeddings,
): Promise<LoadedIndex | undefined> {
  const checked = await checkIndex(dir, about)
  if (!checked.ok || checked.manifest.dimension !== embeddings.dimension) return undefined
  return loadPack(checked.folder, embeddings).catch(() => undefined)
}

/** Opens the indexes of packs, each when it is first searched. */
export function openPackIndexes({ dataDir, embeddings, model }: PackIndexesOptions): PackIndexes {
  const loaded = new Map<string, Promise<Search>>()
  const dirOf = (id: string): string => path.join(dataDir, 'index', folderName(id))
  const aboutOf = ({ hash }: PackHeader): Identity => ({ version, model, contentHash: hash })

  async function write(
    pack: PackHeader,
    questions: readonly Question[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<void> {
    const built = await buildPack(questions, embeddings, onProgress)
    const about = { ...aboutOf(pack), dimension: embeddings.dimension, passages: built.passages.length }
    const dir = dirOf(pack.id)
    await writeIndex(dir, about, (draft) => savePack(draft, built))
    await sweep(dir)
  }

  const load = (pack: PackHeader): Promise<LoadedIndex | undefined> =>
    loadFresh(dirOf(pack.id), aboutOf(pack), embeddings)

  async function open(pack: PackHeader, handbook: Handbook): Promise<Search> {
    const fresh = await load(pack)
    if (!fresh) await write(pack, questionsOf(handbook, packTopic(pack.id)))
    const index = fresh ?? (await load(pack))
    if (!index) throw new Error(`The index of the pack ${pack.id} cannot be used though it was just built`)
    return createSearch(index, handbook)
  }

  function searchOf(pack: PackHeader, handbook: Handbook): Promise<Search> {
    const known = loaded.get(pack.id) ?? open(pack, handbook)
    loaded.delete(pack.id)
    loaded.set(pack.id, known)
    known.catch(() => loaded.delete(pack.id))
    const [oldest] = loaded.keys()
    if (loaded.size > mostLoaded && oldest !== undefined) loaded.delete(oldest)
    return known
  }

  return {
    build: write,
    search: async (pack, handbook, query) => (await searchOf(pack, handbook))(query),
    remove: async (id) => {
      loaded.delete(id)
      await rm(dirOf(id), { recursive: true, force: true })
    },
  }
}

/** How long an index that no pack is known for is left alone: another process may be importing. */
const sweepAfter = 10 * 60 * 1000

/** Takes away indexes that a crash left of packs which are not there; never a reason to fail. */
export async function sweepPackIndexes(dataDir: string, isKnown: (id: string) => boolean): Promise<void> {
  const dir = path.join(dataDir, 'index')
  for (const name of await readdir(dir).catch(() => [])) {
    const id = name.startsWith(folderName('')) ? name.slice(folderName('').length) : undefined
    if (id === undefined || isKnown(id)) continue
    const target = path.join(dir, name)
    const changed = await stat(target).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    )
    if (Date.now() - changed > sweepAfter)
      await rm(target, { recursive: true, force: true }).catch(() => undefined)
  }
}
