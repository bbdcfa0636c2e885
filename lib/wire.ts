import { randomInt, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Ports } from './conduct/ports'
import { createBuiltinGrader } from './domain/grading/builtin-grader'
import { openGuests, type Guests } from './edges/identity/guest'
import { log } from './edges/log'
import { loadHandbook } from './edges/packs/load-handbook'
import { openSearch } from './edges/retrieval/open-search'
import { openStore } from './edges/store/open-store'
import { env } from './env'

export type Wired = Ports & {
  readonly guests: Guests
  /** Whether the database still answers. */
  readonly ready: () => Promise<boolean>
  readonly close: () => void
}

/** Opens every edge and joins them into the ports: the only place that knows them all. */
async function connect(): Promise<Wired> {
  // Answers are private: other users of the machine have no business in there.
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  const handbook = await loadHandbook()
  const [store, index, guests] = await Promise.all([
    openStore(path.join(env.dataDir, 'viva.db')),
    openSearch({ handbook, dataDir: env.dataDir }),
    openGuests({ dataDir: env.dataDir, secret: env.secret }),
  ])
  if (index.rebuilt) log.info({ passages: index.passages, seconds: index.seconds }, 'search index rebuilt')
  return {
    store,
    guests,
    log,
    handbook: () => Promise.resolve(handbook),
    grade: createBuiltinGrader({ embed: index.embed, idf: index.idf }),
    search: index.search,
    now: () => new Date(),
    newId: randomUUID,
    newSeed: () => randomInt(2 ** 31),
    ready: () => store.ready(),
    close: () => store.close(),
  }
}

// Next bundles pages and routes apart, each with its own copy of this module: the process keeps one set of ports.
const shared = globalThis as typeof globalThis & { vivaPorts?: Promise<Wired> }

/**
 * The ports of this process, opened at the first call.
 * @throws what the edge that could not be opened says; the next call tries again
 */
export function wire(): Promise<Wired> {
  shared.vivaPorts ??= connect().catch((error: unknown) => {
    delete shared.vivaPorts
    throw error
  })
  return shared.vivaPorts
}
