import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, unfold } from './fold'
import { normalise } from './formula'
import { isDenied, negations } from './polarity'
import { locateQuote } from './quote'
import { remember } from './remember'
import { isRejecting } from './reporting'
import { clauses, sentences, words } from './segment'

describe('fold', () => {
  it('leads from every folded character back to the one it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (original) => {
        const folded = fold(original)
        expect(folded.starts).toHaveLength(folded.text.length)
        for (let i = 0; i < folded.text.length; i++) {
          const { start, end } = unfold(folded, i, i + 1)
          expect(fold(` ${original.slice(start, end)} `).text.trim() || ' ').toContain(
            folded.text[i]?.trim() ? folded.text[i] : ' ',
          )
        }
      }),
    )
  })

  it('is the same for width, case and white space', () => {
    expect(fold('ＬｏＲＡ\n\t  Ａ').text).toBe(fold('lora a').text)
  })
})

describe('locateQuote', () => {
  it('finds any stretch of an answer again, however it is spaced and cased', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.nat(40), fc.nat(40), (answer, from, length) => {
        const quote = answer.slice(from, from + length)
        fc.pre(quote.trim() !== '')
        const span = locateQuote(answer, quote.toUpperCase().replace(/ /g, ' \n '))
        expect(span && answer.slice(span.start, span.end).toLowerCase()).toBe(quote.trim().toLowerCase())
      }),
    )
  })
})

describe('normalise', () => {
  it.each([
    [
      '√d_k',
      '\\sqrt{d_k}',
      '$\\sqrt{d_{k}}$',
      'sqrt(d_k)',
      '根号 dk',
      'square root of d_k',
      'the square root of d k',
    ],
    ['O(n²)', 'O(n^2)', '$O(n^{2})$', 'o(N^2)'],
    ['n squared', 'n^2', 'n²', 'n 的平方'],
    ['α', '\\alpha', 'alpha'],
    ['学习 率', '学习率'],
  ])('writes "%s" and its other spellings in one way', (...spellings) => {
    expect(new Set(spellings.map(normalise)).size).toBe(1)
  })
})

describe('segments', () => {
  const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

  it('end with the sentence, not inside numbers, formulas or code', () => {
    expect(cut('It is 0.5 at most. Then $a. b$ holds! 好的。还有；`x. y`')).toEqual([
      'It is 0.5 at most.',
      'Then $a. b$ holds!',
      '好的。',
      '还有；',
      '`x. y`',
    ])
  })

  it('part clauses at commas and conjunctions', () => {
    const text = 'A is trained, but B is frozen while C waits'
    const parts = clauses(text, { start: 0, end: text.length }).map(({ start, end }) =>
      text.slice(start, end),
    )
    expect(parts).toEqual(['A is trained,', 'but B is frozen', 'while C waits'])
  })

  it('find words of both languages', () => {
    expect(words('我们 freeze 模型')).toEqual(['我们', 'freeze', '模型'])
  })
})

describe('polarity', () => {
  const denied = (clause: string, word: string): boolean =>
    isDenied(clause, clause.indexOf(word), negations(clause), [])

  it.each([
    ['the base is not frozen', 'frozen', true],
    ['the base is frozen', 'frozen', false],
    ['not only the base is frozen', 'frozen', false],
    ['it is never not frozen', 'frozen', false],
    ['without any examples', 'examples', true],
    ['不需要强化学习', '强化学习', true],
    ['不需要强化学习', '需要', true],
    ['不仅需要强化学习', '强化学习', false],
    ['屏蔽未来位置', '位置', false],
    ['无偏但方差大', '方差', false],
    ['没有额外延迟', '延迟', true],
    ['是不是冻结的', '冻结', false],
    ['两者的区别在于学习率', '学习率', false],
    ['特别适合稀疏数据', '稀疏', false],
    ['未登录词会被拆开', '拆开', false],
    ['别用测试集', '测试集', true],
    ['the mean stays the same', 'mean', true],
    ['the means are the same as before', 'mean', true],
    ['the mean and the median are the same number', 'mean', false],
  ])('of "%s", "%s": denied %s', (clause, word, expected) => {
    expect(denied(clause, word)).toBe(expected)
  })

  it('knows a claim that is told in order to reject it', () => {
    expect(isRejecting('a common misconception is that it samples')).toBe(true)
    expect(isRejecting('有人以为它会采样')).toBe(true)
    expect(isRejecting('it samples one position')).toBe(false)
  })
})

describe('remember', () => {
  it('computes once while it is kept, and keeps no more than it may', () => {
    const asked: string[] = []
    const twice = remember(
      (text: string) => (asked.push(text), text + text),
      (text) => text,
      2,
    )
    expect(['a', 'a', 'b', 'a', 'c', 'a', 'b'].map(twice)).toEqual(['aa', 'aa', 'bb', 'aa', 'cc', 'aa', 'bb'])
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })
})
