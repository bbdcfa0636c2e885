import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallHandbook } from '@/tests/fixtures/small-handbook'
import { embeddingsOf, loadModel, saveModel, type BuiltinEmbeddings } from './builtin-embeddings'
import { fitLsi, type LsiModel } from './lsi'
import { alignedTexts } from './passages'

const handbook = smallHandbook()
const questions = [...handbook.questions.values()]
let model: LsiModel
let embeddings: BuiltinEmbeddings
beforeAll(async () => {
  model = await fitLsi(alignedTexts(handbook), 24)
  embeddings = embeddingsOf(model)
})

const cosine = (a: string, b: string): number => {
  const [left, right] = [embeddings.embed(a), embeddings.embed(b)]
  return left.reduce((sum, x, d) => sum + x * (right[d] ?? 0), 0)
}

/** Slug of the question whose answer in a language is nearest to a text. */
function nearest(text: string, language: 'zh' | 'en'): string {
  const ranked = questions
    .map(({ id, answer }) => ({ id, near: cosine(text, answer[language]) }))
    .sort((a, b) => b.near - a.near)
  return ranked[0]?.id ?? ''
}

describe('the fit', () => {
  it('is the same every time', async () => {
    expect(await fitLsi(alignedTexts(handbook), 24)).toEqual(model)
  })

  it('has no more dimensions than texts', async () => {
    const { dimension } = await fitLsi(['一 one', '二 two', '三 three'], 50)
    expect(dimension).toBeGreaterThan(0)
    expect(dimension).toBeLessThanOrEqual(3)
  })
})

describe('embed', () => {
  it.each([
    ['酵母', 'en', 'everyday/bread'],
    ['车把和重心', 'en', 'everyday/bicycle'],
    ['月球的引力', 'en', 'everyday/tide'],
    ['琴弦振动', 'en', 'everyday/violin'],
    ['sunlight in a raindrop', 'zh', 'everyday/rainbow'],
    ['needle of a compass', 'zh', 'everyday/magnet'],
    ['two high tides', 'zh', 'everyday/tide'],
  ] as const)('puts %s nearest to its answer in %s', (text, language, expected) => {
    expect(nearest(text, language)).toBe(expected)
  })

  it('gives vectors of unit length', () => {
    for (const { answer } of questions)
      for (const text of [answer.zh, answer.en]) expect(cosine(text, text)).toBeCloseTo(1, 5)
  })

  it('keeps a misspelt word near', () => {
    expect(nearest('refrackted sunlicht', 'en')).toBe('everyday/rainbow')
  })

  it.each(['', '   ', '???', 'zzzz', '\ud800'])('gives the zero vector for %j', (text) => {
    expect(embeddings.embed(text).every((x) => x === 0)).toBe(true)
  })

  it('does not depend on what it was given before', () => {
    const before = embeddings.embed('酵母与面筋')
    embeddings.embed('moon')
    expect(embeddings.embed('酵母与面筋')).toEqual(before)
  })
})

describe('idf', () => {
  it('weighs a rare word above a frequent one, and an unknown word most', () => {
    const [frequent, rare, unknown] = ['gravity', 'geographic', 'zeppelin'].map(embeddings.idf)
    expect(rare).toBeGreaterThan(frequent ?? Infinity)
    expect(unknown).toBeGreaterThanOrEqual(rare ?? Infinity)
  })

  it('gives nothing for a stop word', () => {
    expect(['the', 'The', '的', '为什么'].map(embeddings.idf)).toEqual([0, 0, 0, 0])
  })

  it('knows a word in every inflection', () => {
    expect(embeddings.idf('vibrating')).toBe(embeddings.idf('vibrates'))
    expect(embeddings.idf('vibrates')).toBeLessThan(embeddings.idf('zeppelin'))
  })
})

describe('a saved model', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'viva-model-'))
    await saveModel(folder, model)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('comes back as it was', async () => {
    expect(await loadModel(folder)).toEqual(model)
  })

  it('is refused when its numbers do not fit its words', async () => {
    await appendFile(path.join(folder, 'embeddings.f32'), Buffer.alloc(4))
    await expect(loadModel(folder)).rejects.toThrow('does not fit the vocabulary')
  })
})
