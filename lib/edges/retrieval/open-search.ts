import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Search, SearchHit } from '@/lib/conduct/ports'
import { detectLanguage, type Language } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import { checkIndex, writeIndex, type Identity } from './index-files'
import { buildKeywordIndex, loadKeywordIndex } from './keyword-index'
import { embedder, fitLsi, type LsiModel } from './lsi'
import { alignedTexts, splitHandbook, type Passage } from './passages'
import { fuse, type Ranked } from './fuse'
import { buildVectorIndex, loadVectorIndex } from './vector-index'

/** To be raised with every change of what the files hold. */
const version = 1
const model = 'builtin-lsi'
const dimensions = 160

export interface OpenedSearch {
  readonly search: Search
  /** A text as a vector of unit length, alike for texts of alike meaning in either language. */
  readonly embed: (text: string) => Float32Array
  /** Inverse document frequency of a word; that of a rare word for one that the handbook does not have. */
  readonly idf: (word: string) => number
  readonly rebuilt: boolean
  readonly passages: number
  readonly seconds: number
}

type Progress = (done: number, total: number, stage: string) => void

const names = {
  model: 'model.json',
  projection: 'projection.f32',
  idf: 'idf.f32',
  passages: 'passages.json',
  keywords: 'keywords.json',
}

async function build(handbook: Handbook, dir: string, about: Identity, progress: Progress): Promise<void> {
  progress(0, 1, 'splitting answers')
  const passages = await splitHandbook(handbook)
  progress(0, 1, 'fitting embeddings')
  await new Promise(setImmediate)
  const lsi = fitLsi(alignedTexts(handbook), dimensions)
  const embed = embedder(lsi)
  const texts = passages.map(({ context, text }) => `${context}\n${text}`)
  await writeIndex(dir, { ...about, dimension: lsi.dimension, passages: passages.length }, async (folder) => {
    const put = (name: string, data: string | Float32Array): Promise<void> =>
      writeFile(
        path.join(folder, name),
        typeof data === 'string' ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      )
    await put(names.model, JSON.stringify({ dimension: lsi.dimension, vocabulary: lsi.vocabulary }))
    await put(names.projection, lsi.projection)
    await put(names.idf, lsi.idf)
    await put(names.passages, JSON.stringify(passages))
    await put(names.keywords, JSON.stringify(buildKeywordIndex(passages)))
    await buildVectorIndex(folder, texts, embed, (done) => progress(done, texts.length, 'indexing passages'))
  })
}

const floats = (data: Buffer): Float32Array =>
  new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength))

async function loadModel(folder: string): Promise<LsiModel> {
  const { dimension, vocabulary } = JSON.parse(await readFile(path.join(folder, names.model), 'utf8')) as {
    dimension: number
    vocabulary: string[]
  }
  const [projection, idf] = await Promise.all(
    [names.projection, names.idf].map(async (name) => floats(await readFile(path.join(folder, name)))),
  )
  if (
    !projection ||
    !idf ||
    projection.length !== dimension * vocabulary.length ||
    idf.length !== vocabulary.length
  )
    throw new Error(
      `The embeddings in ${folder} do not fit their vocabulary; delete the folder to have them made again`,
    )
  return { dimension, vocabulary, projection, idf }
}

/** How many passages each index is asked for: enough for `k` questions of several passages each. */
const depth = (k: number): number => Math.min(200, Math.max(40, k * 6))

const longestQuery = 2_000

async function load(
  folder: string,
  handbook: Handbook,
): Promise<Pick<OpenedSearch, 'search' | 'embed' | 'idf'>> {
  const lsi = await loadModel(folder)
  const embed = embedder(lsi)
  const passages = JSON.parse(await readFile(path.join(folder, names.passages), 'utf8')) as Passage[]
  const keywordIndex = loadKeywordIndex(await readFile(path.join(folder, names.keywords), 'utf8'))
  const nearest = await loadVectorIndex(folder, embed)
  const rare = Math.max(...lsi.idf)
  const idfOf = new Map(lsi.vocabulary.map((feature, index) => [feature, lsi.idf[index] ?? rare]))

  const search: Search = async ({ text, language, k }) => {
    const query = text.slice(0, longestQuery).trim()
    if (query === '' || k < 1) return []
    const byWord = keywordIndex.search(query).slice(0, depth(k))
    const vector = embed(query)
    const known = vector.some((x) => x !== 0)
    const byMeaning = known ? await nearest(vector, Math.min(depth(k), passages.length)) : []
    const ranked = fuse(
      byWord.map(({ id, score }): Ranked => ({ position: Number(id), score })),
      byMeaning.map(({ position, similarity }): Ranked => ({ position, score: similarity })),
    )
    return mergeByQuestion(ranked, passages, handbook, language ?? detectLanguage(query) ?? 'en').slice(0, k)
  }
  return { search, embed, idf: (word) => idfOf.get(word) ?? rare }
}

/** One hit for each question, the best first, shown by its best passage in the wanted language. */
function mergeByQuestion(
  ranked: readonly Ranked[],
  passages: readonly Passage[],
  handbook: Handbook,
  language: Language,
): SearchHit[] {
  const scores = new Map<string, number>()
  const shown = new Map<string, Passage>()
  for (const { position, score } of ranked) {
    const passage = passages[position]
    if (!passage) continue
    if (!scores.has(passage.questionId)) scores.set(passage.questionId, score)
    if (passage.language === language && !shown.has(passage.questionId))
      shown.set(passage.questionId, passage)
  }
  return [...scores].flatMap(([questionId, score]) => {
    const question = handbook.questions.get(questionId)
    const passage =
      shown.get(questionId) ?? passages.find((p) => p.questionId === questionId && p.language === language)
    if (!question || !passage) return []
    return [
      {
        questionId,
        topic: question.topic,
        title: question.prompt[language],
        passage: passage.text,
        language,
        score,
      },
    ]
  })
}

/**
 * Opens the search index of a handbook, building it first when there is none, or it is stale or damaged.
 * @throws when the data folder cannot be written
 */
export async function openSearch(options: {
  readonly handbook: Handbook
  readonly dataDir: string
  readonly onProgress?: Progress
}): Promise<OpenedSearch> {
  const { handbook, dataDir, onProgress = () => undefined } = options
  const start = performance.now()
  const dir = path.join(dataDir, 'index', model)
  const about: Identity = { version, model, contentHash: handbook.hash }
  let found = await checkIndex(dir, about)
  const rebuilt = !found.ok
  if (!found.ok) {
    await build(handbook, dir, about, onProgress)
    found = await checkIndex(dir, about)
  }
  if (!found.ok)
    throw new Error(`The search index in ${dir} was built and is not whole: ${found.reason}. Check the disk.`)
  const loaded = await load(found.folder, handbook)
  return {
    ...loaded,
    rebuilt,
    passages: found.manifest.passages,
    seconds: (performance.now() - start) / 1000,
  }
}
