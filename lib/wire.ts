import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Ports, Search } from './conduct/ports'
import { handbookReader } from './conduct/read-handbook'
import { createRuns } from './conduct/runs'
import { createBuiltinGrader } from './domain/grading/builtin-grader'
import type { Grader } from './domain/grading/grade'
import { withFallback } from './domain/grading/with-fallback'
import { openGuests, type Guests } from './edges/identity/guest'
import { log } from './edges/log'
import { createEmbedder } from './edges/models/embedder'
import { openEndpoint, type Endpoint } from './edges/models/endpoint'
import { createModelAnswer } from './edges/models/model-answer'
import { createModelGrader } from './edges/models/model-grader'
import { createModelOpening } from './edges/models/model-opening'
import { createModelVoice } from './edges/models/model-voice'
import { listPrices } from './edges/models/prices'
import { archive } from './edges/packs/archive'
import { loadHandbook } from './edges/packs/load-handbook'
import { openSearch, type OpenedSearch } from './edges/retrieval/open-search'
import { sweepPackIndexes } from './edges/retrieval/pack-indexes'
import { openStore } from './edges/store/open-store'
import { env, type ModelEnv } from './env'

export type Wired = Ports & {
  readonly guests: Guests
  /** The grader that needs no model, also where one is set up: what a model is measured against. */
  readonly builtinGrade: Grader
  /** Whether the database still answers. */
  readonly ready: () => Promise<boolean>
  readonly close: () => void
}

/** The endpoint that the environment names, if it names one. */
export function modelEndpoint(model: ModelEnv): Endpoint {
  const { baseUrl, apiKey, prices } = model
  return openEndpoint({
    prices: { ...listPrices, ...prices },
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
  })
}

/** Search by the endpoint's embeddings where one is named; its index is made on the side. */
function searchOf({ search, withEmbedder }: OpenedSearch, model: ModelEnv | undefined): Search {
  if (model?.embeddingModel === undefined) return search
  const remote = withEmbedder(createEmbedder(modelEndpoint(model), model.embeddingModel), {
    onFailure: (err) => log.warn({ err }, 'the embeddings could not be had, the built-in ones stand in'),
  })
  return remote.search
}

/** The ports that a model takes part in; without one, all of them are built-in. */
function modelPorts(
  { embed, idf }: OpenedSearch,
  search: Search,
  model: ModelEnv | undefined,
): Pick<Wired, 'grade' | 'builtinGrade' | 'modelGrade' | 'voice' | 'writeAnswer' | 'wordOpening'> {
  const lexicon = { embed, idf }
  const builtin = createBuiltinGrader(lexicon)
  if (!model) return { grade: builtin, builtinGrade: builtin }
  const endpoint = modelEndpoint(model)
  const modelGrade = createModelGrader({ endpoint, model: model.graderModel, search, lexicon, builtin })
  return {
    ...{ modelGrade, builtinGrade: builtin },
    grade: withFallback(modelGrade, builtin, (failure) =>
      log.warn(
        { failure, model: model.graderModel },
        'the model gave no grade, the built-in grader stood in',
      ),
    ),
    voice: createModelVoice({ endpoint, model: model.chatModel, search }),
    writeAnswer: createModelAnswer({ endpoint, model: model.chatModel }),
    wordOpening: createModelOpening({ endpoint, model: model.chatModel }),
  }
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
  const search = searchOf(index, env.model)
  await sweepPackIndexes(env.dataDir, store.knowsPack)
  if (index.rebuilt) log.info({ passages: index.passages, seconds: index.seconds }, 'search index rebuilt')
  return {
    store,
    marks: store.marks,
    shares: store.shares,
    guests,
    log,
    packs: store.packs,
    packIndexes: index.packIndexes,
    archive,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    handbook: handbookReader(handbook, { packs: store.packs, log }),
    ...modelPorts(index, search, env.model),
    search,
    embed: index.embed,
    runs: createRuns(),
    now: () => new Date(),
    newId: randomUUID,
    newToken: () => randomBytes(24).toString('base64url'),
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
