import { describe, expect, it } from 'vitest'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { topicNames } from './topic-names'

const handbook = sampleHandbook({ attention: 1, optimizers: 1, tokenization: 1, overfitting: 1 })

describe('topicNames', () => {
  it('names up to three topics in full', () => {
    const all = ['attention', 'optimizers', 'tokenization']
    expect(topicNames(handbook, all, 'en')).toEqual({ shown: all, more: 0 })
  })

  it('names two and counts the rest of more', () => {
    const four = ['attention', 'optimizers', 'tokenization', 'overfitting']
    expect(topicNames(handbook, four, 'zh')).toEqual({
      shown: ['attention（中）', 'optimizers（中）'],
      more: 2,
    })
  })

  it('falls back on the id of a topic that the handbook no longer has', () => {
    expect(topicNames(handbook, ['gone'], 'en').shown).toEqual(['gone'])
  })
})
