import { describe, expect, it } from 'vitest'
import { answerSize } from './answer-size'

describe('the size of an answer', () => {
  it.each([
    ['', 0],
    ['   \n', 0],
    ["It doesn't re-use the keys.", 5],
    ['注意力是加权和。', 7],
    ['用 softmax 归一化，d_k 很大', 9],
  ])('counts %j as %i', (text, words) => expect(answerSize(text).words).toBe(words))

  it('counts characters as the API does, not UTF-16 units', () => {
    expect(answerSize('😀'.repeat(20_000))).toMatchObject({ characters: 20_000, room: 'little' })
    expect(answerSize('x'.repeat(20_001)).room).toBe('none')
    expect(answerSize('x'.repeat(17_999)).room).toBe('ample')
  })
})
