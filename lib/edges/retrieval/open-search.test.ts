import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import { assemble } from '@/lib/domain/handbook/assemble'
import { sampleQuestion } from '@/tests/fixtures/sample-handbook'
import { openSearch } from './open-search'

/** Three matters in both languages, told apart by their words. */
const matters = [
  [
    'dropout',
    '随机失活在训练时丢弃一部分神经元，防止过拟合。',
    'Dropout drops neurons at random during training to prevent overfitting.',
  ],
  [
    'momentum',
    '动量累积历史梯度，让参数更新更平稳、收敛更快。',
    'Momentum accumulates past gradients, so that updates are smoother and converge faster.',
  ],
  [
    'tokenizer',
    '分词器把文本切成子词，词表之外的单词也能表示。',
    'A tokenizer cuts text into subwords, so that words outside the vocabulary can be written.',
  ],
] as const

const question = ([slug, zh, en]: readonly [string, string, string]): Question => ({
  ...sampleQuestion('topic', slug),
  prompt: { zh: `${zh.slice(0, 4)}是什么？`, en: `What is ${slug}?` },
  answer: { zh, en },
  keyPoints: [
    { id: 'a', weight: 3, claim: { zh, en }, cues: [[slug]], probe: { zh: '为什么？', en: 'Why?' } },
  ],
  misconceptions: [],
  deepDives: [],
})

const handbookOf = (hash: string, rows: readonly (typeof matters)[number][] = matters): Handbook =>
  assemble([], rows.map(question), hash)
const handbook = handbookOf('first')

let pristine = ''
let dataDir = ''
beforeAll(async () => {
  pristine = await mkdtemp(path.join(tmpdir(), 'viva-index-'))
  await openSearch({ handbook, dataDir: pristine })
})
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-index-'))
  await cp(pristine, dataDir, { recursive: true })
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))
afterAll(() => rm(pristine, { recursive: true, force: true }))

const indexDir = (): string => path.join(dataDir, 'index', 'handbook', 'builtin-lsi')
const folder = (): string => {
  const { folder: name } = JSON.parse(readFileSync(path.join(indexDir(), 'current.json'), 'utf8')) as {
    folder: string
  }
  return path.join(indexDir(), name)
}
const open = (of = handbook) => openSearch({ handbook: of, dataDir })
const first = async (text: string, language?: 'zh' | 'en') =>
  (await (await open()).search({ text, k: 3, ...(language && { language }) }))[0]

describe('search', () => {
  it.each([
    ['neurons dropped at random', 'topic/dropout'],
    ['历史梯度的累积', 'topic/momentum'],
    ['words that the vocabulary does not have', 'topic/tokenizer'],
    ['tokeniser', 'topic/tokenizer'],
    ['momentun', 'topic/momentum'],
  ])('finds "%s"', async (text, wanted) => {
    expect((await first(text))?.questionId).toBe(wanted)
  })

  it('shows a hit in the language that is asked for, whatever the language of the query', async () => {
    const hit = await first('丢弃神经元', 'en')
    expect(hit).toMatchObject({ questionId: 'topic/dropout', language: 'en', title: 'What is dropout?' })
    expect(hit?.passage).toContain('Dropout drops')
    expect((await first('dropping neurons', 'zh'))?.passage).toContain('随机失活')
  })

  it('shows the passage that fits best, not the first', async () => {
    const parts = ['warm water and yeast', 'kneading by hand', 'a hot stone oven'].map(
      (matter) =>
        `${'This part of the answer speaks at length, on and on. '.repeat(14)}It is about ${matter}.`,
    )
    const long = question(['bread', '面包', parts.join('\n\n')])
    const { search } = await open(assemble([], [...handbook.questions.values(), long], 'long'))
    for (const matter of ['yeast', 'kneading', 'oven'])
      expect((await search({ text: `bread ${matter}`, language: 'en', k: 1 }))[0]?.passage).toContain(matter)
  })

  it('shows what a query met, also through a typo and from the other language', async () => {
    const { search } = await open()
    const excerptFor = async (text: string, language: 'zh' | 'en') => {
      const excerpt = (await search({ text, language, k: 1, excerpts: true }))[0]?.excerpt?.passage
      return excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end))
    }
    expect(await excerptFor('accumulated gradients', 'en')).toEqual(['accumulates', 'gradients'])
    expect(await excerptFor('accumulatd', 'en')).toEqual(['accumulates'])
    expect((await excerptFor('梯度', 'en'))?.join('')).toContain('accumulates past gradients')
    expect((await search({ text: 'momentum', k: 1 }))[0]?.excerpt).toBeUndefined()
  })

  it('tells a query that it answers from one that it does not', async () => {
    const { search } = await open()
    const fit = async (text: string) => (await search({ text, language: 'en', k: 1 }))[0]?.fit ?? 0
    const answered = await fit('does momentum accumulate past gradients')
    expect(answered).toBeGreaterThan(0.5)
    expect(await fit('how long does roast duck need in the oven')).toBeLessThan(0.5)
    expect(answered).toBeLessThanOrEqual(1)
  })

  it('takes any query: empty, odd, endless', async () => {
    const { search } = await open()
    expect(await search({ text: '  ', k: 5 })).toEqual([])
    for (const text of ['???', '\u0000', 'x'.repeat(100_000), '😀', '"a" OR (b', '$\\sqrt{d_k}$'])
      expect(Array.isArray(await search({ text, k: 5 }))).toBe(true)
    expect(await search({ text: 'dropout', k: 2 })).toHaveLength(2)
  })

  it('orders by score, from 0 to 1, each question once', async () => {
    const hits = await (await open()).search({ text: 'training updates', k: 10 })
    const scores = hits.map((hit) => hit.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
    expect(new Set(hits.map((hit) => hit.questionId)).size).toBe(hits.length)
  })
})

describe('the built-in embeddings', () => {
  const cosine = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

  it('lay both languages of a matter side by side, and other matters apart', async () => {
    const { embed } = await open()
    const same = cosine(embed('随机丢弃神经元'), embed('drops neurons at random'))
    const other = cosine(embed('随机丢弃神经元'), embed('accumulates past gradients'))
    expect(same).toBeGreaterThan(0.6)
    expect(other).toBeLessThan(0.3)
  })

  it('are of unit length, and the same at every fit', async () => {
    const vector = (await open()).embed('momentum')
    expect(cosine(vector, vector)).toBeCloseTo(1)
    rmSync(indexDir(), { recursive: true })
    expect([...(await open()).embed('momentum')]).toEqual([...vector])
  })

  it('weigh a word that the handbook does not have as a rare one', async () => {
    const { idf } = await open()
    expect(idf('unheard')).toBeGreaterThanOrEqual(idf('training'))
  })
})

describe('an index on disk', () => {
  it('is used again while it is fresh', async () => {
    expect((await open()).rebuilt).toBe(false)
  })

  it('is built again when the handbook has changed', async () => {
    const opened = await open(handbookOf('second', matters.slice(0, 2)))
    expect(opened.rebuilt).toBe(true)
    expect(await opened.search({ text: 'tokenizer subwords', k: 5 })).not.toContainEqual(
      expect.objectContaining({ questionId: 'topic/tokenizer' }),
    )
  })

  it('is built again when any file of it is truncated, flipped at any of several bits, or gone', async () => {
    const names = readdirSync(folder())
    expect(names).toEqual(
      expect.arrayContaining(['manifest.json', 'hnswlib.index', 'docstore.json', 'embeddings.f32']),
    )
    for (const name of names) {
      for (const damage of [
        (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
        (file: string) => truncateSync(file, 0),
        (file: string) => rmSync(file),
        ...[0, 0.3, 0.7, 0.999].map((at) => (file: string) => {
          const data = readFileSync(file)
          const byte = Math.floor(at * data.length)
          data[byte] = (data[byte] ?? 0) ^ 4
          writeFileSync(file, data)
        }),
      ]) {
        damage(path.join(folder(), name))
        const opened = await open()
        expect(opened.rebuilt, name).toBe(true)
        expect((await opened.search({ text: 'dropout', k: 1 }))[0]?.questionId).toBe('topic/dropout')
      }
    }
  }, 60_000)

  it.each([
    ['another dimension', { dimension: 7 }],
    ['another model', { model: 'other' }],
    ['another version', { version: 0 }],
  ])('is built again when its manifest names %s', async (_, change) => {
    const file = path.join(folder(), 'manifest.json')
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }))
    expect((await open()).rebuilt).toBe(true)
  })

  it('is built again when the pointer to it is damaged', async () => {
    for (const text of [
      '',
      '{}',
      '{"folder":"../../etc","manifestSha256":"x"}',
      '{"folder":"gone","manifestSha256":"x"}',
    ]) {
      await writeFile(path.join(indexDir(), 'current.json'), text)
      expect((await open()).rebuilt).toBe(true)
    }
  })

  it('survives several builds at the same moment', async () => {
    rmSync(indexDir(), { recursive: true })
    const opened = await Promise.all(Array.from({ length: 4 }, () => open()))
    for (const { search } of opened)
      expect((await search({ text: 'momentum', k: 1 }))[0]?.questionId).toBe('topic/momentum')
    expect((await open()).rebuilt).toBe(false)
  })

  it('leaves the one in use as it was when a new one cannot be written', async () => {
    const blocked = path.join(dataDir, 'blocked')
    await writeFile(blocked, 'a file where a folder should be')
    await expect(openSearch({ handbook, dataDir: blocked })).rejects.toThrow(
      /could not be written to .*blocked/,
    )
    expect((await open()).rebuilt).toBe(false)
  })
})
