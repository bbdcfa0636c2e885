import { describe, expect, it } from 'vitest'
import { plain, plainFormula, shorten } from './plain'

describe('a formula in plain characters', () => {
  it.each([
    ['\\sqrt{d_k}', '√dₖ'],
    ['QK^\\top', 'QKᵀ'],
    ['O(N^2)', 'O(N²)'],
    ['N\\times N', 'N×N'],
    ['\\frac{QK^\\top}{\\sqrt{d_k}}', 'QKᵀ/√dₖ'],
    ['\\frac{1}{1+e^{-x}}', '1/(1+e⁻ˣ)'],
    ['W^Q', 'W^Q'],
    ['d_{\\text{model}}', 'd_model'],
    ['\\mathbf{h}_t', 'hₜ'],
    ['10^{-4}', '10⁻⁴'],
  ])('%s', (tex, text) => {
    expect(plainFormula(tex)).toBe(text)
  })

  it('is left out where there are no characters for it', () => {
    expect(plainFormula('\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}')).toBe('…')
    expect(plainFormula('\\unknown{x}')).toBe('…')
  })
})

describe('Markdown as plain text', () => {
  it('loses its marks and keeps its words', () => {
    expect(plain('## Head\n\n- **bold** and `code`\n- [link](http://x) *em*\n\n1. one')).toBe(
      'Head bold and code link em one',
    )
    expect(plain('| a | b |\n|---|---|\n| 1 | $x^2$ |')).toBe('a · b 1 · x²')
    expect(plain('before\n```py\nx = 1\n```\nafter')).toBe('before … after')
    expect(plain('snake_case 5 * 3 * 2')).toBe('snake_case 5 * 3 * 2')
  })

  it('is cut at a word', () => {
    expect(shorten('one two three', 40)).toBe('one two three')
    expect(shorten('one two three', 9)).toBe('one two…')
  })
})
