import { questionsIn, withPacks, type PackHeader } from '@/lib/domain/handbook/pack/pack'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import type { Packs, Ports } from './ports'

/** Questions of packs that are kept in memory, over all owners; the pack that was used longest ago goes first. */
const mostKept = 60_000

type OwnPack = { readonly header: PackHeader; readonly questions: readonly Question[] }

/** The packs of all owners as far as they are in memory. */
function packCache(packs: Packs) {
  const kept = new Map<string, Promise<OwnPack | undefined>>()
  const sizes = new Map<string, number>()
  const forget = (id: string): void => {
    kept.delete(id)
    sizes.delete(id)
  }
  const makeRoom = (): void => {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    for (const id of [...kept.keys()].slice(0, -1)) {
      if (total <= mostKept) return
      total -= sizes.get(id) ?? 0
      forget(id)
    }
  }
  return ({ id, owner, questions }: PackHeader): Promise<OwnPack | undefined> => {
    const known = kept.get(id)
    const reading =
      known ??
      packs.read(owner, id).then((pack) => pack && { header: pack.header, questions: questionsIn(pack) })
    // The last of the map is the one used last.
    kept.delete(id)
    kept.set(id, reading)
    sizes.set(id, questions)
    if (!known) {
      makeRoom()
      reading.catch(() => forget(id))
    }
    return reading
  }
}

/**
 * Makes the port `handbook`: the built-in handbook, and with it the packs of the visitor who is named. A pack that cannot
 * be read is left out and logged: it must not keep its owner from everything else.
 */
export function handbookReader(
  builtin: Handbook,
  { packs, log }: Pick<Ports, 'packs' | 'log'>,
): Ports['handbook'] {
  const read = packCache(packs)
  const merged = new WeakMap<OwnPack, { readonly key: string; readonly handbook: Handbook }>()
  return async (owner) => {
    if (owner === undefined) return builtin
    const headers = await packs.list(owner)
    const found = await Promise.all(
      headers.map((header) =>
        read(header).catch((err: unknown) => log.error({ pack: header.id, err }, 'a pack could not be read')),
      ),
    )
    const own = found.filter((pack) => pack !== undefined)
    const [first] = own
    if (!first) return builtin
    const key = own.map(({ header }) => header.id).join(' ')
    const known = merged.get(first)
    if (known?.key === key) return known.handbook
    const handbook = withPacks(builtin, own)
    merged.set(first, { key, handbook })
    return handbook
  }
}
