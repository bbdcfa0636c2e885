import { describe, expect, it } from 'vitest'
import { spokeLines } from './spokes'

describe('the lines of a title beside the radar', () => {
  it('keep Latin words whole and break Han anywhere', () => {
    expect(spokeLines('Regularization')).toEqual(['Regularization'])
    expect(spokeLines('Alignment with human feedback')).toEqual(['Alignment with', 'human feedback'])
    expect(spokeLines('人类对齐训练方法')).toEqual(['人类对齐训练方', '法'])
    expect(spokeLines('注意力 Attention')).toEqual(['注意力', 'Attention'])
    expect(spokeLines('')).toEqual([])
  })
})
