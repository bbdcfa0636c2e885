import { describe, expect, it } from 'vitest'
import { features, keywords, stem } from './features'

describe('stem', () => {
  it.each([
    ['quantise', 'quantized', 'quantization', 'quantisation'],
    ['decode', 'decoder', 'decoders', 'decoding', 'decoded'],
    ['cache', 'caches', 'caching', 'cached'],
    ['optimise', 'optimizer', 'optimization'],
    ['token', 'tokens', 'tokenizer', 'tokenization'],
    ['query', 'queries'],
    ['head', 'heads'],
    ['gpu', 'gpus'],
    ['bias', 'biases'],
    ['loss', 'losses'],
    ['schema', 'schemas'],
  ])('gives %s and its relatives one form', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })

  it.each([
    ['loss', 'lose'],
    ['layer', 'lay'],
    ['analysis', 'analysi'],
    ['gpt', 'gp'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })

  it.each(['quant', 'decod', 'cach', 'attent', 'self', '注意力', 'x1'])(
    'leaves the stem %s alone',
    (word) => {
      expect(stem(word)).toBe(word)
    },
  )
})

describe('keywords', () => {
  it('cuts both languages into words and leaves out stop words', () => {
    expect(keywords('为什么 Softmax 的梯度 会消失？ Why do the gradients vanish?')).toEqual([
      'softmax',
      '梯度',
      '消失',
      'gradient',
      'vanish',
    ])
  })

  it('reads full-width letters and formulas like plain ones', () => {
    expect(keywords('ＳＯＦＴＭＡＸ')).toEqual(keywords('softmax'))
    expect(keywords('$\\sqrt{d_k}$')).toEqual(keywords('√d_k'))
  })

  it.each(['', '  \n', '。，！', 'the of 的'])('finds nothing in %j', (text) => {
    expect(keywords(text)).toEqual([])
  })

  it('does not break over half characters and control characters', () => {
    expect(keywords('\ud800 \u0000 \udfff attention')).toContain(stem('attention'))
  })
})

describe('features', () => {
  it('shares most pieces between a long word and its misspelling', () => {
    const [right, wrong] = ['backpropagation', 'backpropogation'].map((word) => [...features(word).keys()])
    expect(right?.filter((feature) => wrong?.includes(feature)).length).toBeGreaterThanOrEqual(3)
  })

  it('counts how often a word occurs', () => {
    expect(features('梯度 与 梯度').get('梯度')).toBe(2)
  })
})

describe('keywords', () => {
  it('find a compound as one word and as its parts', () => {
    expect(keywords('PagedAttention')).toEqual([
      ...keywords('pagedattention'),
      ...keywords('paged attention'),
    ])
    expect(keywords('DeepSeek-V3 and LoRA')).not.toContain('lo')
  })

  it('have a root sign, however it is written', () => {
    for (const text of ['除以根号', '√d_k', '\\sqrt{d_k}', 'the square root of dk'])
      expect(keywords(text)).toContain('sqrt')
  })
})
