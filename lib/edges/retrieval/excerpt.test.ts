import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, markWords } from './excerpt'

const marked = ({ text, marks }: ReturnType<typeof markWords>): string[] =>
  marks.map(([start, end]) => text.slice(start, end))
const none = (): number => 0
const one = (): number => 1

const english = {
  language: 'en' as const,
  text: `Bread is old. ${'It was baked by many people in many places. '.repeat(8)}Yeast **eats** sugar and gives off $CO_2$ gas. It rises.`,
}

describe('an excerpt', () => {
  it('is the sentence that says most, in plain text, its words marked in any inflection', () => {
    const excerpt = excerptOf(english, new Set(['yeast', 'eat', 'gas']), one, none)
    expect(excerpt.text).toContain('Yeast eats sugar and gives off CO₂ gas.')
    expect(excerpt.text.startsWith('… ')).toBe(true)
    expect(marked(excerpt)).toEqual(['Yeast eats', 'gas'])
  })

  it('is the sentence nearest in meaning where no word was met, marked as a whole', () => {
    const excerpt = excerptOf(english, new Set(['酵母']), one, (sentence) =>
      sentence.includes('Yeast') ? 1 : 0,
    )
    expect(marked(excerpt)).toEqual(['Yeast eats sugar and gives off CO₂ gas.'])
  })

  it('marks Chinese words', () => {
    const excerpt = excerptOf(
      { language: 'zh', text: '面团会变大。酵母吃掉糖，放出气体。' },
      new Set(['酵母', '气体']),
      one,
      none,
    )
    expect(excerpt.text).toContain('酵母吃掉糖，放出气体')
    expect(marked(excerpt)).toEqual(['酵母', '气体'])
  })

  it('begins near the first mark of a long sentence', () => {
    const text = `${'word '.repeat(100)}yeast ${'word '.repeat(100)}`
    const excerpt = excerptOf({ language: 'en', text }, new Set(['yeast']), one, none)
    expect(marked(excerpt)).toEqual(['yeast'])
    expect(excerpt.text.length).toBeLessThan(200)
  })

  it('marks inside its text, in order and apart, whatever the passage', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.array(fc.string({ maxLength: 6 })), (text, terms) => {
        for (const language of ['zh', 'en'] as const) {
          const excerpt = excerptOf({ text, language }, new Set(terms), one, none)
          const ends = excerpt.marks.flat()
          expect(ends).toEqual([...ends].sort((a, b) => a - b))
          expect(ends.every((end) => end >= 0 && end <= excerpt.text.length)).toBe(true)
        }
      }),
    )
  })

  it('marks titles whole', () => {
    expect(marked(markWords('Why does $x^2$ dough rise?', new Set(['ris', 'dough'])))).toEqual(['dough rise'])
  })
})
