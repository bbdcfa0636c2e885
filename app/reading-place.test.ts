import { expect, it } from 'vitest'
import { readingPlace } from './reading-place'

it('is the handbook, but practice for what a visitor imported', () => {
  expect(readingPlace('attention/self-attention')).toBe('/handbook/attention/self-attention')
  expect(readingPlace('attention')).toBe('/handbook/attention')
  expect(readingPlace('pack-ab12/why')).toBe('/practice/pack-ab12')
  expect(readingPlace('pack-ab12')).toBe('/practice/pack-ab12')
})
