import { fold } from '@/lib/domain/interview/evolve'
import { attemptsOf, type Attempt } from '@/lib/domain/practice/attempt'
import type { InterviewHeader, Ports } from './ports'

/** Interviews that are looked back on, the latest. */
const mostInterviews = 1_000

/** Interviews whose attempts are kept in memory, over all owners; an interview that changed is read again. */
const mostKept = 5_000
const kept = new WeakMap<object, Map<string, readonly Attempt[]>>()

async function read(ports: Pick<Ports, 'store'>, header: InterviewHeader): Promise<readonly Attempt[]> {
  const known = kept.get(ports.store) ?? new Map<string, readonly Attempt[]>()
  kept.set(ports.store, known)
  // A running interview changes with every word; only what is over is worth keeping.
  const key = header.status === 'closed' ? `${header.id} ${header.updatedAt}` : undefined
  const found = key === undefined ? undefined : known.get(key)
  if (found) return found
  const stored = await ports.store.load(header.id)
  const state = stored && fold(stored.events)
  const attempts = state ? attemptsOf(header.id, state) : []
  if (key !== undefined) known.set(key, attempts)
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
  return attempts
}

/** All that a visitor has answered, in no order; nothing for one who is not known yet. */
export async function readAttempts(
  ports: Pick<Ports, 'store'>,
  owner: string | undefined,
): Promise<Attempt[]> {
  if (owner === undefined) return []
  const headers = await ports.store.list(owner, mostInterviews)
  return (await Promise.all(headers.map((header) => read(ports, header)))).flat()
}
