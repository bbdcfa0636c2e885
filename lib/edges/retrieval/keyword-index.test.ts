import { beforeAll, describe, expect, it } from 'vitest'
import { smallHandbook } from '@/tests/fixtures/small-handbook'
import { buildKeywordIndex, loadKeywordIndex, writeKeywordIndex, type KeywordIndex } from './keyword-index'
import { splitHandbook, type IndexedPassage } from './passages'

let passages: IndexedPassage[]
let index: KeywordIndex
beforeAll(async () => {
  passages = await splitHandbook(smallHandbook())
  index = await buildKeywordIndex(passages)
})

const idf = (): number => 1
const firstOf = (found: KeywordIndex, query: string): string | undefined =>
  passages[[...found.find(query, idf).scores.keys()][0] ?? -1]?.questionId

describe('the keyword index', () => {
  it.each([
    ['面团里的气泡', 'everyday/bread'],
    ['gravity of the moon', 'everyday/tide'],
    ['moons', 'everyday/tide'],
    ['sunlihgt', 'everyday/rainbow'],
    ['handle', 'everyday/bicycle'],
    ['小提琴 bow', 'everyday/violin'],
  ])('finds %s', (query, expected) => {
    expect(firstOf(index, query)).toBe(expected)
  })

  it('finds nothing without a word in common', () => {
    expect(index.find('zeppelin 飞艇', idf).scores.size).toBe(0)
    expect(index.find('', idf).scores.size).toBe(0)
  })

  it('looks up the words of a long query that say most', () => {
    const noise = Array.from(
      { length: 200 },
      (_, i) => `filler${String.fromCharCode(97 + (i % 26), 97 + (i >> 3))}`,
    )
    const found = index.find([...noise, 'compass'].join(' '), (word) => (word.startsWith('filler') ? 1 : 9))
    expect(passages[[...found.scores.keys()][0] ?? -1]?.questionId).toBe('everyday/magnet')
  })

  it('finds the same after it was written and read', async () => {
    const read = await loadKeywordIndex(await writeKeywordIndex(passages))
    for (const query of ['面团', 'the moon', 'vibrat', '彩虹 colour'])
      expect(read.find(query, idf)).toEqual(index.find(query, idf))
  })
})
