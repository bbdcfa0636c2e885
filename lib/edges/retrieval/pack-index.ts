import { open, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { breather } from '@/lib/conduct/breathe'
import type { Question } from '@/lib/domain/handbook/question'
import type { BuiltinEmbeddings } from './builtin-embeddings'
import { features } from './features'
import { flatVectors } from './flat-vectors'
import { splitHandbook, type IndexedPassage, type Passage } from './passages'
import type { LoadedIndex } from './search'
import { postingsCollector, termIndex, type Postings } from './term-index'

const names = {
  passages: 'passages.jsonl',
  vocabulary: 'vocabulary.json',
  postings: 'postings.u32',
  vectors: 'vectors.f32',
}

/** The index of a pack before it is written. */
export interface BuiltPack {
  readonly passages: readonly Passage[]
  readonly postings: Postings
  readonly vectors: Float32Array
}

/**
 * Cuts the questions of a pack into passages and reads each once, for its words and for its vector. The embeddings are
 * those of the handbook, not fitted again: so a pack of one question is as searchable as one of 10,000.
 */
export async function buildPack(
  questions: readonly Question[],
  embeddings: BuiltinEmbeddings,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<BuiltPack> {
  const passages: readonly IndexedPassage[] = await splitHandbook({
    questions: new Map(questions.map((question) => [question.id, question])),
  })
  const rest = breather()
  const { dimension } = embeddings
  const vectors = new Float32Array(passages.length * dimension)
  const collector = postingsCollector()
  for (const [position, { indexed }] of passages.entries()) {
    const counts = features(indexed)
    vectors.set(embeddings.embedFeatures(counts), position * dimension)
    collector.add(counts)
    onProgress(position + 1, passages.length)
    await rest()
  }
  return { passages, postings: await collector.finish(), vectors }
}

const bytesOf = (numbers: Float32Array | Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** Writes all files of a pack's index into a folder. */
export async function savePack(folder: string, { passages, postings, vectors }: BuiltPack): Promise<void> {
  const at = (name: string): string => path.join(folder, name)
  const rest = breather()
  const file = await open(at(names.passages), 'w')
  try {
    for (let start = 0; start < passages.length; start += 100) {
      const lines = passages
        .slice(start, start + 100)
        .map(({ questionId, language, text }) => `${JSON.stringify({ questionId, language, text })}\n`)
      await file.write(lines.join(''))
      await rest()
    }
  } finally {
    await file.close()
  }
  const { vocabulary, starts, passages: having, counts, lengths } = postings
  await writeFile(
    at(names.vocabulary),
    JSON.stringify({ vocabulary, postings: having.length, passages: lengths.length }),
  )
  const numbers = new Uint32Array(starts.length + having.length * 2 + lengths.length)
  let end = 0
  for (const part of [starts, having, counts, lengths]) {
    numbers.set(part, end)
    end += part.length
  }
  await writeFile(at(names.postings), bytesOf(numbers))
  await writeFile(at(names.vectors), bytesOf(vectors))
}

const described = z.object({ vocabulary: z.array(z.string()), postings: z.int(), passages: z.int() })

async function loadPostings(folder: string): Promise<Postings> {
  const text = await readFile(path.join(folder, names.vocabulary), 'utf8')
  const { vocabulary, postings, passages } = described.parse(JSON.parse(text))
  const { buffer, byteOffset, byteLength } = await readFile(path.join(folder, names.postings))
  const numbers = new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength))
  let end = 0
  const next = (length: number): Uint32Array => numbers.subarray(end, (end += length))
  const all = {
    vocabulary,
    starts: next(vocabulary.length + 1),
    passages: next(postings),
    counts: next(postings),
    lengths: next(passages),
  }
  if (end !== numbers.length) throw new Error('its postings do not fit its vocabulary')
  return all
}

/**
 * Loads a pack's index whose bytes have been proved; lets the event loop run in between.
 * @throws when its files do not fit each other
 */
export async function loadPack(folder: string, embeddings: BuiltinEmbeddings): Promise<LoadedIndex> {
  const rest = breather()
  const passages: Passage[] = []
  for (const line of (await readFile(path.join(folder, names.passages), 'utf8')).split('\n')) {
    if (line !== '') passages.push(JSON.parse(line) as Passage)
    await rest()
  }
  const { buffer, byteOffset, byteLength } = await readFile(path.join(folder, names.vectors))
  const vectors = new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength))
  if (vectors.length !== passages.length * embeddings.dimension)
    throw new Error('its vectors do not fit its passages')
  const byWord = termIndex(await loadPostings(folder))
  return { passages, embeddings, byWord, byMeaning: flatVectors(vectors, embeddings.dimension) }
}
