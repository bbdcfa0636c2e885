import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { languages } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import { embeddingsOf, loadModel, saveModel, type BuiltinEmbeddings } from './builtin-embeddings'
import { loadKeywordIndex, writeKeywordIndex } from './keyword-index'
import { fitLsi, type LsiModel } from './lsi'
import { alignedTexts, splitHandbook, type IndexedPassage, type Passage } from './passages'
import type { LoadedIndex } from './search'
import { buildVectorIndex, loadVectorIndex } from './vector-index'

/** Told how much of what is done; each stage counts from 0 to its own total. */
export type Progress = (done: number, total: number, stage: string) => void

/** Found by `scripts/tune-retrieval.ts`: from 100 to 200 little changes. */
export const dimensions = 160

const names = { passages: 'passages.json', keywords: 'keywords.json' }

const passagesFile: z.ZodType<Passage[]> = z.array(
  z.object({ questionId: z.string(), language: z.enum(languages), text: z.string() }),
)

/** All of an index that is computed before anything is written. */
export interface Built {
  readonly passages: readonly IndexedPassage[]
  readonly model: LsiModel
  readonly embeddings: BuiltinEmbeddings
}

/** Splits the answers and fits the embeddings; lets the event loop run in between. */
export async function buildIndex(handbook: Handbook, progress: Progress): Promise<Built> {
  const passages = await splitHandbook(handbook, (done) =>
    progress(done, handbook.questions.size, 'splitting answers'),
  )
  const model = await fitLsi(alignedTexts(handbook), dimensions, progress)
  return { passages, model, embeddings: embeddingsOf(model) }
}

/** What of a passage its vector is made of. */
export const embeddedText = ({ indexed, wordings }: IndexedPassage): string => `${indexed}\n${wordings}`

/** Writes all files of an index into a folder. */
export async function saveIndex(folder: string, built: Built, progress: Progress): Promise<void> {
  const { passages, model, embeddings } = built
  await saveModel(folder, model)
  const shown = passages.map(({ questionId, language, text }): Passage => ({ questionId, language, text }))
  await writeFile(path.join(folder, names.passages), JSON.stringify(shown))
  await writeFile(path.join(folder, names.keywords), await writeKeywordIndex(passages))
  const texts = passages.map(embeddedText)
  await buildVectorIndex(folder, texts, embeddings, (done) =>
    progress(done, texts.length, 'indexing passages'),
  )
}

/**
 * Loads an index whose bytes have been proved.
 * @throws when its files do not fit each other
 */
export async function loadIndex(folder: string): Promise<LoadedIndex> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8')
  const passages = passagesFile.parse(JSON.parse(await read(names.passages)))
  const embeddings = embeddingsOf(await loadModel(folder))
  return {
    passages,
    embeddings,
    byWord: await loadKeywordIndex(await read(names.keywords)),
    byMeaning: await loadVectorIndex(folder, embeddings, passages.length),
  }
}
