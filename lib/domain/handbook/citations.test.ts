import { describe, expect, it } from 'vitest'
import { verifyCitations } from './citations'

describe('citations', () => {
  it('stay when they name a passage that was given', () => {
    expect(verifyCitations('It is so [1], and thus [2][1].', 2)).toEqual({
      text: 'It is so [1], and thus [2][1].',
      cited: [1, 2],
    })
  })

  it('are dropped when they name none', () => {
    expect(verifyCitations('It is so [3]. Or not [0] [99].', 2)).toEqual({
      text: 'It is so. Or not.',
      cited: [],
    })
  })

  it('are read as models write them', () => {
    expect(verifyCitations('因为如此【1】，所以［2］。Both [1, 2, 7].', 2)).toEqual({
      text: '因为如此[1]，所以[2]。Both [1][2].',
      cited: [1, 2],
    })
  })

  it('are no links and no indices of words', () => {
    expect(verifyCitations('See [1](http://x) and x[i] and [CLS].', 1)).toEqual({
      text: 'See [1](http://x) and x[i] and [CLS].',
      cited: [],
    })
  })
})
