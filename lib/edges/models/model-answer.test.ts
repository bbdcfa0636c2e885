import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeOpenAi, faults, says, type FakeOpenAi } from '@/tests/fixtures/fake-openai'
import { openEndpoint } from './endpoint'
import { createModelAnswer } from './model-answer'

let server: FakeOpenAi
beforeAll(async () => {
  server = await fakeOpenAi()
})
afterAll(() => server.close())

const request = {
  ...{ question: 'Why is the sky blue?', language: 'en' as const },
  passages: [{ title: 'Sky', text: 'Short waves scatter more.' }],
}
const write = (speech = 2_000) =>
  createModelAnswer({
    endpoint: openEndpoint({ baseUrl: server.baseUrl, prices: {}, limits: { speech } }),
    model: 'fake',
  })

describe('a model’s answer from passages', () => {
  it('is its text with what it took', async () => {
    server.behave(says('Short waves scatter more [1].'))
    const { text, use } = await write()(request)
    expect(text).toBe('Short waves scatter more [1].')
    expect(use).toMatchObject({ model: 'fake', promptVersion: 'answering-1', calls: 1 })
    const sent = JSON.stringify(server.requests.at(-1)?.messages)
    expect(sent).toContain('Short waves scatter more.')
    expect(sent).toContain('Why is the sky blue?')
  })

  it('is none when the model finds none', async () => {
    server.behave(says('NOT_IN_HANDBOOK'))
    const { text, use } = await write()(request)
    expect(text).toBeUndefined()
    expect(use.calls).toBe(1)
  })

  it.each([
    ['a refused key (401)', 'unauthorised'],
    ['an empty reply', 'empty-output'],
    ['no first byte', 'timed-out'],
  ] as const)('fails with a reason after %s', async (fault, failure) => {
    server.behave(faults[fault])
    await expect(write(400)(request)).rejects.toMatchObject({ failure })
  })

  it('is given up when its reader leaves', async () => {
    server.behave(faults['no first byte'])
    const leaving = new AbortController()
    const asked = write()(request, leaving.signal)
    leaving.abort()
    await expect(asked).rejects.toMatchObject({ failure: 'stopped' })
  })
})
