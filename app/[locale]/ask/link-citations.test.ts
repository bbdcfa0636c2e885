import { expect, it } from 'vitest'
import { linkCitations } from './link-citations'

it('citations lead to their passages', () => {
  expect(linkCitations('So [1][2], not [x].')).toBe('So [\\[1\\]](#passage-1)[\\[2\\]](#passage-2), not [x].')
})
