import type { Packs } from '@/lib/conduct/ports'
import type { Pack } from '@/lib/domain/handbook/pack/pack'

/** Packs that are forgotten with the process: for tests, held to the same contract. */
export function memoryPacks(): Packs {
  const kept = new Map<string, Pack>()
  const own = (owner: string, id: string): Pack | undefined => {
    const pack = kept.get(id)
    return pack?.header.owner === owner ? pack : undefined
  }
  return {
    list: async (owner) =>
      [...kept.values()]
        .map(({ header }) => header)
        .filter((header) => header.owner === owner)
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)),
    read: async (owner, id) => structuredClone(own(owner, id)),
    add: async (pack) => {
      if (kept.has(pack.header.id)) throw new Error(`There is already a pack ${pack.header.id}`)
      kept.set(pack.header.id, structuredClone(pack))
    },
    remove: async (owner, id) => own(owner, id) !== undefined && kept.delete(id),
  }
}
