import type { ImportOutcome } from '@/lib/conduct/import-pack'
import type { PackHeader } from '@/lib/domain/handbook/pack/pack'
import { packTopic } from '@/lib/domain/handbook/pack/pack-topic'
import type { PackProblem } from '@/lib/domain/handbook/pack/problem'
import { problem } from '@/app/api/problem'

/** A pack as the API shows it; whose it is goes without saying. */
export const shownPack = ({ id, name, createdAt, questions }: PackHeader) => ({
  ...{ id, name, createdAt, questions },
  /** To be named when an interview on it is started. */
  topic: packTopic(id),
})

const place = ({ file, line, field }: PackProblem): string =>
  [[file, line].filter((part) => part !== undefined && part !== '').join(':'), field]
    .filter(Boolean)
    .join(' ')

/** One answer for a pack that is not there and for one that is another visitor's. */
export const noPack = (): Response =>
  problem('not-found', 'There is no such pack, or it belongs to another visitor.')

/** Why a pack was not imported: every problem with file, line and field, the first hundred of them. */
export function notImported({ problems, count }: Extract<ImportOutcome, { ok: false }>): Response {
  const [first] = problems
  const more = count > 1 ? ` and ${count - 1} more` : ''
  const detail = first
    ? `Nothing was imported. ${place(first)}: ${first.message}${more}`
    : 'Nothing was imported.'
  return problem('invalid-pack', detail, problems, { count })
}
