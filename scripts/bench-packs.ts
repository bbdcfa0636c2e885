import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { importPack } from '@/lib/conduct/import-pack'
import { handbookReader } from '@/lib/conduct/read-handbook'
import { removePack } from '@/lib/conduct/remove-pack'
import { searchHandbook } from '@/lib/conduct/search-handbook'
import type { Question } from '@/lib/domain/handbook/question'
import { openStore } from '@/lib/edges/store/open-store'
import type { Wired } from '@/lib/wire'

const count = 10_000

/** A table of generated questions: claims of the handbook in new company, half of them in each language. */
export function generatedTable(questions: readonly Question[], rows: number): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = Array.from({ length: rows }, (_, index) => {
    const pick = (salt: number): Question =>
      questions[(index * (salt + 2) + salt) % questions.length] as Question
    const language = index % 2 === 0 ? 'zh' : 'en'
    const prompt = `${pick(0).prompt[language]} (${index})`
    const claims = [1, 3, 5].map((salt) => pick(salt).keyPoints[salt % 3]?.claim[language] ?? '')
    return `${index},${cell(prompt)},${cell(claims.join(language === 'zh' ? '。' : '. '))}`
  })
  return `id,question,reference\n${lines.join('\n')}\n`
}

interface Measured {
  readonly seconds: number
  /** Longest time that nothing else could run, milliseconds. */
  readonly longestBlock: number
  /** Times of searches in the pack, and in it together with the handbook, milliseconds. */
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

/** Milliseconds that each run takes, the first twenty left out as warm-up. */
async function times(runs: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = []
  for (let index = 0; index < runs; index++) {
    const from = performance.now()
    await run(index)
    all.push(performance.now() - from)
  }
  return all.slice(20)
}

/** Imports 10,000 questions, searches them, and deletes them again, in a folder of its own. */
export async function measurePacks(ports: Wired, questions: readonly Question[]): Promise<Measured> {
  const dir = await mkdtemp(path.join(tmpdir(), 'viva-bench-packs-'))
  const store = await openStore(path.join(dir, 'viva.db'))
  const { packs } = store
  const own = { ...ports, packs, handbook: handbookReader(await ports.handbook(), { packs, log: ports.log }) }
  const bytes = new TextEncoder().encode(generatedTable(questions, count))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  try {
    delay.enable()
    const start = performance.now()
    const outcome = await importPack(own, {
      owner: 'bench',
      name: 'bench',
      files: [{ name: 'a.csv', bytes }],
    })
    const seconds = (performance.now() - start) / 1000
    delay.disable()
    if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
    const text = (index: number): string =>
      questions[index % questions.length]?.prompt[index % 2 ? 'en' : 'zh'] ?? ''
    const [handbook, { pack }] = [await own.handbook('bench'), outcome]
    const alone = await times(220, (n) => own.packIndexes.search(pack, handbook, { text: text(n), k: 10 }))
    const together = await times(220, (n) => searchHandbook(own, 'bench', { text: text(n), k: 10 }))
    await removePack(own, { owner: 'bench', id: outcome.pack.id })
    return { seconds, longestBlock: delay.max / 1e6, alone, together }
  } finally {
    store.close()
    await rm(dir, { recursive: true, force: true })
  }
}
