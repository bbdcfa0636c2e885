import type { Ports } from './ports'

/**
 * Deletes a pack and its index. Interviews that were held on it keep the questions they asked.
 * @returns `false` when this owner has no such pack
 */
export async function removePack(
  ports: Pick<Ports, 'packs' | 'packIndexes'>,
  { owner, id }: { readonly owner: string | undefined; readonly id: string },
): Promise<boolean> {
  if (owner === undefined || !(await ports.packs.remove(owner, id))) return false
  await ports.packIndexes.remove(id)
  return true
}
