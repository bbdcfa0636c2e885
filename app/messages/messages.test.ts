import { describe, expect, it } from 'vitest'
import en from './en.json'
import zh from './zh.json'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  )

const english = new Map(leaves(en))
const chinese = new Map(leaves(zh))

/** The same in both languages by nature: names, key caps, and formats without words. */
const names = ['common.name', 'common.titleTemplate', 'start.zh', 'start.en', 'styleguide.markdown']
const sameInBoth = (key: string): boolean => names.includes(key) || key.startsWith('interview.keys.')

/** Names of arguments and tags: `{count, plural, …}` and `<covered>` give `count` and `<covered>`. */
const placeholders = (message: string): string[] => {
  const args = [...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map((match) => match[1] ?? '')
  const tags = [...message.matchAll(/<\/?[a-zA-Z]\w*>/g)].map((match) => match[0])
  return [...new Set([...args, ...tags])].sort()
}

describe('the words of the interface', () => {
  it('are there at all', () => {
    expect(english.size).toBeGreaterThan(100)
  })

  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each([...english.keys()])('%s is written in both languages with the same placeholders', (key) => {
    const [inEnglish, inChinese] = [english.get(key) ?? '', chinese.get(key) ?? '']
    expect(inEnglish.trim()).not.toBe('')
    expect(inChinese.trim()).not.toBe('')
    expect(placeholders(inChinese)).toEqual(placeholders(inEnglish))
    if (sameInBoth(key)) expect(inChinese).toBe(inEnglish)
    else expect(inChinese).not.toBe(inEnglish)
  })

  it('write Chinese as Chinese', () => {
    const foreign = [...chinese].filter(([key, text]) => !sameInBoth(key) && !/\p{Script=Han}/u.test(text))
    expect(foreign.map(([key]) => key)).toEqual([])
  })

  it('use Chinese punctuation between Chinese characters', () => {
    const halfWidth = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text))
    expect(halfWidth.map(([key]) => key)).toEqual([])
  })
})
