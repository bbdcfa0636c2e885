import type { InterviewHeader, Store } from '@/lib/conduct/ports'
import type { InterviewEvent } from '@/lib/domain/interview/events'

const copyOf = (events: readonly InterviewEvent[]): InterviewEvent[] => structuredClone([...events])

/** A store that forgets with the process: for tests, held to the same contract as the real one. */
export function memoryStore(): Store {
  const headers = new Map<string, InterviewHeader>()
  const logs = new Map<string, InterviewEvent[]>()
  return {
    create: async (header, events) => {
      if (headers.has(header.id)) throw new Error(`There is already an interview ${header.id}`)
      logs.set(header.id, copyOf(events))
      headers.set(header.id, header)
    },
    load: async (id) => {
      const header = headers.get(id)
      return header && { header, events: copyOf(logs.get(id) ?? []) }
    },
    append: async (id, expected, events, change) => {
      const header = headers.get(id)
      const log = logs.get(id)
      if (!header || !log) throw new Error(`There is no interview ${id} to append to`)
      if (log.length !== expected) return 'conflict'
      log.push(...copyOf(events))
      headers.set(id, { ...header, ...change })
      return 'appended'
    },
    list: async (owner, limit) =>
      [...headers.values()]
        .filter((header) => header.owner === owner)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .slice(0, limit),
  }
}
