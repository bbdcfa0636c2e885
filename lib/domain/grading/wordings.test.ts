import { describe, expect, it } from 'vitest'
import { normalise } from '../text/formula'
import { ideaOf } from './wordings'

const found = (alternatives: readonly string[], text: string): string[] => {
  const clause = normalise(text)
  return ideaOf(alternatives)(clause).map(({ start, end }) => clause.slice(start, end))
}

describe('the wordings of an idea', () => {
  it.each([
    ['frozen', 'it is Frozen', ['frozen']],
    ['update', 'we are updating them, it updated', ['updating', 'updated']],
    ['low-rank', 'a low rank or low-rank matrix', ['low rank', 'low-rank']],
    ['rank r', 'of rank r here', ['rank r']],
    ['test', 'the fastest contest', []],
    ['gate', 'investigate', []],
    ['method', 'two methods', ['methods']],
    ['avoid', 'avoids, avoided', ['avoids', 'avoided']],
    ['key', 'the keys of a keyboard', ['keys']],
    ['generali*', 'generalises, generalization and general', ['generalises', 'generalization']],
    ['冻结', '权重是冻结的', ['冻结']],
    ['not always', "you don't always need it, nor did we always", ['not always']],
    ['0.5', 'p = 0.5 here, not 10.55', ['0.5']],
    ['√d_k', 'divide by sqrt(d_k)', ['√dk']],
  ])('%s in "%s"', (alternative, text, hits) => expect(found([alternative], text)).toEqual(hits))

  it('takes the longest of those that begin together, and none twice', () => {
    expect(found(['not', 'not updated', 'updated'], 'they are not updated')).toEqual(['not updated'])
  })

  it('finds nothing in nothing', () => {
    expect(found(['', '-'], 'anything')).toEqual([])
    expect(found(['x'], '')).toEqual([])
  })
})
