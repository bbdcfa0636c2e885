import { describe, expect, it } from 'vitest'
import { guarded, leaks } from './leak-guard'

const frozen = {
  cues: [
    ['frozen', 'freeze', 'fixed', '冻结', '不更新'],
    ['pretrained', 'base model', '预训练'],
  ],
}

describe('the leak guard', () => {
  it.each([
    ['Is the pretrained weight frozen?', true],
    ['The base model, then: do you freeze it?', true],
    ['预训练权重是不是冻结的？', true],
    ['Which parameters receive gradients, and which do not?', false],
    ['What happens to the pretrained weights?', false],
    ['哪些参数会收到梯度？', false],
  ])('reads "%s" as a candidate who says it would be read', (words, leaking) => {
    expect(leaks(words, frozen)).toBe(leaking)
    expect(guarded(words, frozen, 'Go on.')).toBe(leaking ? 'Go on.' : words)
  })

  it('knows nothing to guard in a key point without cues', () => {
    expect(leaks('anything', { cues: [] })).toBe(false)
  })
})
