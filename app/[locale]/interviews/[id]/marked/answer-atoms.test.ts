import { describe, expect, it } from 'vitest'
import { answerAtoms } from './answer-atoms'

const found = (answer: string) => answerAtoms(answer).map(({ kind, body }) => [kind, body])

describe('formulas and code in an answer', () => {
  it('finds every way to write them', () => {
    expect(found('a $d_k$ b \\(x\\) c')).toEqual([
      ['formula', 'd_k'],
      ['formula', 'x'],
    ])
    expect(found('$$\n\\frac{a}{b}\n$$ and \\[y\\]')).toEqual([
      ['display', '\n\\frac{a}{b}\n'],
      ['display', 'y'],
    ])
    expect(found('use `x = 1`:\n```python\nx = 1\ny = `2`\n```')).toEqual([
      ['code', 'x = 1'],
      ['code-block', 'x = 1\ny = `2`'],
    ])
  })

  it('sets a formula of one character', () => {
    expect(found('the value $n$ grows')).toEqual([['formula', 'n']])
  })

  it('leaves prices, lone dollars and unclosed fences alone', () => {
    expect(found('it costs $5 and then $6')).toEqual([])
    expect(found('a $ b $ c')).toEqual([])
    expect(found('```python\nx = 1')).toEqual([])
    expect(found('a $x\ny$ b')).toEqual([])
  })

  it('takes a dollar inside of code for code', () => {
    expect(found('`$x$`')).toEqual([['code', '$x$']])
  })

  it('names the stretch that the atom replaces', () => {
    const answer = '注意力 $QK^T$ 很大'
    const [atom] = answerAtoms(answer)
    expect(answer.slice(atom?.start, atom?.end)).toBe('$QK^T$')
  })

  it('takes the line breaks around a block along, each once', () => {
    const answer = 'a\n$$x$$\n$$y$$\n\nb'
    expect(answerAtoms(answer).map(({ start, end }) => answer.slice(start, end))).toEqual([
      '\n$$x$$\n',
      '$$y$$\n',
    ])
  })

  it('reads 20,000 hostile characters without trouble', () => {
    for (const bad of ['$', '`', '$a', '\\(', '```\n', '$$'])
      expect(answerAtoms(bad.repeat(10_000))).toBeDefined()
  })
})
