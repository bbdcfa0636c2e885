import { describe, expect, it } from 'vitest'
import { shorten } from './shorten'

describe('a quote that is shortened', () => {
  it('stays as it is when it is short', () => {
    expect(shorten('so it is', 8)).toBe('so it is')
  })
  it('ends within its words, and never within a formula', () => {
    expect(shorten('so it is and remains', 9)).toBe('so it is…')
    expect(shorten('we divide by $\\sqrt{d_k}$ here', 18)).toBe('we divide by…')
  })
  it('keeps a formula that it begins with', () => {
    expect(shorten('$\\sqrt{d_k}$ divides', 5)).toBe('$\\sqrt{d_k}$…')
    expect(shorten('$\\sqrt{d_k}$', 5)).toBe('$\\sqrt{d_k}$')
  })
})
