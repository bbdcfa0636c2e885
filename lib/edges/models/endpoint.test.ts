import { afterEach, describe, expect, it, vi } from 'vitest'
import { openEndpoint } from './endpoint'
import { ModelError } from './model-error'
import { costOf } from './prices'

afterEach(() => vi.useRealTimers())

const endpoint = () => openEndpoint({ baseUrl: 'http://localhost:1/v1', prices: {} })
const limit = 1_000
const failing = () => Promise.reject(new ModelError('server-error', 500))

describe('an endpoint', () => {
  it('is left alone for 30 seconds after five failures in a row, and tried again then', async () => {
    vi.useFakeTimers()
    const { run } = endpoint()
    const failure = (work: () => Promise<unknown>) =>
      run(work, { limit }).then(
        () => 'none',
        (error: ModelError) => error.failure,
      )
    for (let i = 0; i < 5; i++) expect(await failure(failing)).toBe('server-error')
    expect(await failure(() => Promise.resolve('well'))).toBe('paused')
    vi.advanceTimersByTime(29_000)
    expect(await failure(() => Promise.resolve('well'))).toBe('paused')
    vi.advanceTimersByTime(1_500)
    expect(await failure(() => Promise.resolve('well'))).toBe('none')
    expect(await failure(failing)).toBe('server-error')
    expect(await failure(() => Promise.resolve('well'))).toBe('none')
  })

  it('does not count it as a failure when the candidate stops', async () => {
    const { run } = endpoint()
    for (let i = 0; i < 6; i++) {
      const stopping = new AbortController()
      const work = run(() => new Promise(() => undefined), { limit, stopped: stopping.signal })
      stopping.abort()
      await expect(work).rejects.toMatchObject({ failure: 'stopped' })
    }
    expect(await run(() => Promise.resolve('well'), { limit })).toBe('well')
  })

  it('ends within its limit even if the work does not heed its signal', async () => {
    vi.useFakeTimers()
    const work = endpoint().run(() => new Promise(() => undefined), { limit })
    const told = expect(work).rejects.toMatchObject({ failure: 'timed-out' })
    await vi.advanceTimersByTimeAsync(limit)
    await told
  })

  it('tells of a failure nothing of what was sent and answered', async () => {
    const secret = 'sk-canary the candidate’s answer'
    const work = endpoint().run(() => Promise.reject(new Error(secret, { cause: { secret } })), { limit })
    const error = await work.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ModelError)
    expect(
      JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause),
    ).not.toContain('canary')
  })
})

describe('what tokens cost', () => {
  const prices = { gpt: { input: 1, output: 2 }, 'gpt-mini': { input: 0.1, output: 0.2 } }
  const tokens = { inputTokens: 1_000_000, outputTokens: 500_000 }

  it.each([
    ['gpt-large', 2],
    ['gpt-mini-2026', 0.2],
    ['another', undefined],
  ])('goes by the longest name that %s begins with', (model, cost) => {
    expect(costOf(prices, model, tokens)).toBe(cost)
  })
})
