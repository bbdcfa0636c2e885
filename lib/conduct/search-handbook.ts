import type { Ports, SearchHit, SearchQuery } from './ports'

/**
 * Searches the handbook as a visitor sees it: the built-in one and the visitor's own packs. Scores of all of them are
 * shares of the same query's words and meaning, so that they stand in one order.
 */
export async function searchHandbook(
  ports: Pick<Ports, 'search' | 'handbook' | 'packs' | 'packIndexes' | 'log'>,
  owner: string | undefined,
  query: SearchQuery,
): Promise<SearchHit[]> {
  const headers = owner === undefined ? [] : await ports.packs.list(owner)
  const handbook = await ports.handbook(owner)
  const own = headers.map(async (pack): Promise<SearchHit[]> => {
    try {
      return await ports.packIndexes.search(pack, handbook, query)
    } catch (err) {
      ports.log.error({ pack: pack.id, err }, 'a pack could not be searched')
      return []
    }
  })
  const found = await Promise.all([ports.search(query), ...own])
  return found
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(0, Math.floor(query.k)))
}
