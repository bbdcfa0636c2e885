import { describe, expect, it } from 'vitest'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { offeredParts } from './offered-parts'

describe('offeredParts', () => {
  it('counts the questions of what can be chosen and only names what cannot', () => {
    const { offered, unwritten } = offeredParts(
      sampleHandbook({ attention: 3, empty: 0, optimizers: 1 }),
      'en',
    )
    expect(offered).toEqual([
      {
        id: 'part',
        title: 'part',
        topics: [
          { id: 'attention', title: 'attention', questions: 3 },
          { id: 'optimizers', title: 'optimizers', questions: 1 },
        ],
      },
    ])
    expect(unwritten).toEqual(['empty'])
  })

  it('leaves out a part of which nothing is written', () => {
    expect(offeredParts(sampleHandbook({ empty: 0 }), 'zh')).toEqual({
      offered: [],
      unwritten: ['empty（中）'],
    })
  })
})
