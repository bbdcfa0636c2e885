import { describe, expect, it } from 'vitest'
import { fakePorts } from '@/tests/fixtures/fake-ports'
import { askHandbook } from './ask-handbook'
import type { Ports, SearchHit } from './ports'

const hit = (id: string, fit: number, score = 0.8): SearchHit => ({
  ...{ questionId: `topic/${id}`, topic: 'topic', title: `Title of ${id}`, passage: `Passage of ${id}.` },
  ...{ language: 'en', score, fit },
})
const use = { model: 'm', promptVersion: 'v', calls: 1, inputTokens: 1, outputTokens: 1 }
const asked = { question: 'Why?', language: 'en' } as const

const ask = (hits: readonly SearchHit[], writeAnswer?: Ports['writeAnswer']) =>
  askHandbook(
    fakePorts({ search: () => Promise.resolve([...hits]), ...(writeAnswer && { writeAnswer }) }),
    asked,
  )

const saying =
  (text?: string): Ports['writeAnswer'] =>
  () =>
    Promise.resolve({ use, ...(text !== undefined && { text }) })

describe('asking the handbook', () => {
  it('quotes the best passages where there is no model, and leaves out what is far behind', async () => {
    const { found, passages, answer } = await ask([hit('a', 0.9), hit('b', 0.6, 0.7), hit('c', 0.6, 0.3)])
    expect(found).toBe(true)
    expect(passages.map(({ questionId }) => questionId)).toEqual(['topic/a', 'topic/b'])
    expect(answer).toBeUndefined()
  })

  it('says that it is not in the handbook when nothing fits, and asks no model then', async () => {
    const never: Ports['writeAnswer'] = () => Promise.reject(new Error('must not be asked'))
    expect(await ask([hit('a', 0.2)], never)).toMatchObject({
      found: false,
      passages: [{ questionId: 'topic/a' }],
    })
    expect(await ask([], never)).toEqual({ found: false, passages: [] })
  })

  it('gives the model’s words with the citations that hold', async () => {
    const { answer } = await ask([hit('a', 0.9), hit('b', 0.9)], saying('So it is [1], they say [7].'))
    expect(answer).toEqual({ text: 'So it is [1], they say.', cited: [1], use })
  })

  it('lets passages stand in for an answer that cites nothing', async () => {
    const result = await ask([hit('a', 0.9)], saying('Because I say so [5].'))
    expect(result).toMatchObject({ found: true, failure: 'invalid-output' })
    expect(result.answer).toBeUndefined()
    expect(result.passages).toHaveLength(1)
  })

  it('believes the model that the passages do not answer', async () => {
    expect(await ask([hit('a', 0.9)], saying())).toMatchObject({ found: false })
  })

  it('lets passages stand in when the model fails, and says why', async () => {
    const failing: Ports['writeAnswer'] = () =>
      Promise.reject(Object.assign(new Error('no'), { failure: 'timed-out' }))
    expect(await ask([hit('a', 0.9)], failing)).toMatchObject({ found: true, failure: 'timed-out' })
  })
})
