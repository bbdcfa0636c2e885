import { printQuestion } from '@/lib/domain/handbook/pack/print-question'
import type { Pack } from '@/lib/domain/handbook/pack/pack'
import type { Ports } from './ports'

function* filesOf({ questions }: Pack) {
  for (const question of questions) yield { name: `${question.slug}.md`, text: printQuestion(question) }
}

/**
 * A pack as an archive of question files, which imports again to the same questions.
 * @returns `undefined` when this owner has no such pack
 */
export async function exportPack(
  { packs, archive }: Pick<Ports, 'packs' | 'archive'>,
  { owner, id }: { readonly owner: string | undefined; readonly id: string },
): Promise<{ readonly name: string; readonly zip: ReadableStream<Uint8Array> } | undefined> {
  const pack = owner === undefined ? undefined : await packs.read(owner, id)
  return pack && { name: pack.header.name, zip: archive.zip(filesOf(pack)) }
}
