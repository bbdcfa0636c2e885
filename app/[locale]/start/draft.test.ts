import { describe, expect, it } from 'vitest'
import { startRequest } from '@/app/api/interviews/schema'
import {
  difficultyChoices,
  keep,
  minuteChoices,
  questionChoices,
  requestOf,
  restore,
  usual,
  type Draft,
} from './draft'

const offer = { topics: ['attention', 'optimizers'], language: 'en' } as const

describe('the set-up draft', () => {
  it('asks the API for nothing it refuses, whatever is chosen', () => {
    const drafts = [
      ...questionChoices.map((questions) => ({ ...usual(offer), questions })),
      ...minuteChoices.map((minutes) => ({ ...usual(offer), lengthBy: 'minutes' as const, minutes })),
      ...difficultyChoices.map((difficulty) => ({ ...usual(offer), difficulty })),
    ]
    for (const draft of drafts) expect(startRequest.safeParse(requestOf(draft)).error).toBeUndefined()
  })

  it('gives one length only', () => {
    expect(requestOf({ ...usual(offer), lengthBy: 'minutes' })).not.toHaveProperty('questions')
    expect(requestOf(usual(offer))).not.toHaveProperty('minutes')
  })

  it('comes back as it was kept', () => {
    const draft: Draft = {
      topics: ['optimizers'],
      lengthBy: 'minutes',
      minutes: 45,
      questions: 8,
      difficulty: 4,
      mode: 'practice',
      manner: 'demanding',
      language: 'zh',
    }
    expect(restore(keep(draft, offer), offer)).toEqual(draft)
  })

  it('takes up topics that are new when everything was chosen, and drops those that are gone', () => {
    const more = { ...offer, topics: ['attention', 'optimizers', 'overfitting'] }
    expect(restore(keep(usual(offer), offer), more).topics).toEqual(more.topics)
    const one = { ...usual(offer), topics: ['optimizers'] }
    expect(restore(keep(one, offer), { ...offer, topics: ['attention'] }).topics).toEqual(['attention'])
  })

  it('follows the language of the page unless another was chosen', () => {
    const chinese = { ...offer, language: 'zh' } as const
    expect(restore(keep(usual(offer), offer), chinese).language).toBe('zh')
    const otherwise = { ...usual(offer), language: 'zh' } as const
    expect(restore(keep(otherwise, offer), offer).language).toBe('zh')
  })

  it.each([
    null,
    '',
    'not json',
    'null',
    '[]',
    '{"questions":0,"difficulty":9,"topics":"attention","mode":{}}',
  ])('is the usual one when %j was kept', (kept) => {
    expect(restore(kept, offer)).toEqual(usual(offer))
  })
})
