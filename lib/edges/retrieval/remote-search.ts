import type { Embedder, Search } from '@/lib/conduct/ports'
import { openRemoteIndex, type RemoteIndexOptions } from './remote-index'
import { createSearch, type LoadedIndex, type Meaning } from './search'

/** How long a failed build is left alone before a search tries it again, milliseconds. */
const pause = 60_000

export interface RemoteSearch {
  readonly search: Search
  /** Builds or loads the index now. @throws when that fails; searches go on with the built-in embeddings */
  readonly prepare: () => Promise<void>
}

/** Meaning by an endpoint's model; `undefined` where it does not answer, so that the built-in one is asked. */
async function ask(
  index: Awaited<ReturnType<typeof openRemoteIndex>>,
  embedder: Embedder,
  query: string,
): Promise<Meaning | undefined> {
  const [vector] = await embedder.embed([query]).catch(() => [])
  return vector && { vector, index }
}

/**
 * Search by an endpoint's embedding model. Until its index is there, and whenever the endpoint fails, the built-in
 * embeddings serve; a search never waits for a build.
 */
export function remoteSearch(
  loaded: LoadedIndex,
  options: RemoteIndexOptions,
  onFailure: (error: unknown) => void,
): RemoteSearch {
  const { handbook, embedder } = options
  const builtin = createSearch(loaded, handbook)
  let remote: Search | undefined
  let building: Promise<void> | undefined
  let notBefore = 0

  const prepare = (): Promise<void> => {
    building ??= openRemoteIndex(options)
      .then((index) => {
        remote = createSearch(loaded, handbook, (query) => ask(index, embedder, query))
      })
      .catch((error: unknown) => {
        notBefore = Date.now() + pause
        building = undefined
        throw error
      })
    return building
  }

  return {
    prepare,
    search: (query) => {
      if (remote) return remote(query)
      if (!building && Date.now() >= notBefore) prepare().catch(onFailure)
      return builtin(query)
    },
  }
}
