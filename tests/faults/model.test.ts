import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInterview } from '@/lib/conduct/open-interview'
import type { Ports } from '@/lib/conduct/ports'
import { startInterview } from '@/lib/conduct/start-interview'
import { stopTurn } from '@/lib/conduct/stop-turn'
import { takeTurn } from '@/lib/conduct/take-turn'
import type { Grader } from '@/lib/domain/grading/grade'
import type { ModelFailure } from '@/lib/domain/grading/model-use'
import { withFallback } from '@/lib/domain/grading/with-fallback'
import { settings } from '@/lib/domain/interview/settings'
import { movesOf, turnsOf, type InterviewState } from '@/lib/domain/interview/state'
import { openEndpoint, type Limits } from '@/lib/edges/models/endpoint'
import { createModelGrader } from '@/lib/edges/models/model-grader'
import { createModelVoice } from '@/lib/edges/models/model-voice'
import {
  beginStream,
  fakeOpenAi,
  faults,
  says,
  streamPiece,
  type FakeOpenAi,
} from '@/tests/fixtures/fake-openai'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'

const owner = 'guest'
const answer = 'The must holds, since the scaled product would otherwise grow with the width of the keys.'

const builtin: Grader = async (input) => ({ ...(await namingGrader(input)), grader: 'builtin' })

/** Short enough for a test, long enough for a retry where one is expected. */
const short: Partial<Limits> = { grade: 700, speech: 700, firstWords: 300, nextWords: 200 }
const patient: Partial<Limits> = { grade: 9_000, speech: 9_000, firstWords: 300, nextWords: 200 }

function portsOf(baseUrl: string, limits: Partial<Limits>): Ports {
  const endpoint = openEndpoint({ baseUrl, apiKey: 'sk-canary', prices: {}, limits })
  const search = () => Promise.resolve([])
  const modelGrade = createModelGrader({ endpoint, model: 'fake', search, lexicon: {}, builtin })
  return fakePorts({
    modelGrade,
    grade: withFallback(modelGrade, builtin),
    voice: createModelVoice({ endpoint, model: 'fake', search }),
    search,
  })
}

async function begin(ports: Ports): Promise<string> {
  const chosen = settings.parse({ language: 'en', topics: ['attention'], questions: 2 })
  const started = await startInterview(ports, { owner, settings: chosen })
  if (!started.ok) throw new Error(started.reason)
  return started.id
}

async function give(ports: Ports, id: string, turnId = 't1'): Promise<InterviewState> {
  const outcome = await takeTurn(ports, { id, owner, turn: { turnId, kind: 'answer', text: answer } })
  if (!outcome.ok) throw new Error(outcome.rejection)
  return outcome.turn.finish()
}

/** What a turn is like after a fault: kept, graded by the built-in grader with the reason, and answered. */
function expectHonest(state: InterviewState, failure: ModelFailure): void {
  const [turn] = turnsOf(state)
  expect(turn?.text).toBe(answer)
  expect(turn?.grade).toMatchObject({ grader: 'builtin', failure })
  expect(turn?.grade?.use).toBeUndefined()
  const next = movesOf(state)[1]
  expect(next?.spoken).toMatch(/\S/)
  expect(next?.use).toBeUndefined()
}

/** Each fault, what it is called, and whether asking again can help. */
const matrix: readonly [fault: keyof typeof faults, grade: ModelFailure, retried: boolean][] = [
  ['a refused key (401)', 'unauthorised', false],
  ['too many requests (429, Retry-After)', 'rate-limited', true],
  ['a broken server (500)', 'server-error', true],
  ['no first byte', 'timed-out', false],
  ['a stall in mid-stream', 'timed-out', false],
  ['endless keep-alive', 'timed-out', false],
  ['a stream that is cut', 'cut-off', true],
  ['an error event inside a stream of status 200', 'invalid-output', false],
  ['bad JSON', 'invalid-output', false],
  ['another schema', 'invalid-output', false],
  ['an empty reply', 'empty-output', false],
  ['a refusal', 'refused', false],
]

describe.concurrent('an endpoint that fails', () => {
  it.each(matrix)(
    'with %s: the answer is kept and the built-in grade is labelled',
    async (fault, failure, retried) => {
      const server = await fakeOpenAi(faults[fault])
      try {
        const ports = portsOf(server.baseUrl, retried ? patient : short)
        const state = await give(ports, await begin(ports))
        expectHonest(state, failure)
        // A grade and an utterance: each is asked once, retried twice at the most, and a grade repaired once.
        const graded = server.requests.filter(({ stream }) => !stream).length
        const spoken = server.requests.filter(({ stream }) => stream).length
        expect(graded).toBeLessThanOrEqual(3)
        expect(spoken).toBeLessThanOrEqual(3)
      } finally {
        await server.close()
      }
    },
    30_000,
  )

  it('by refusing the connection', async () => {
    const server = await fakeOpenAi()
    await server.close()
    const ports = portsOf(server.baseUrl, patient)
    expectHonest(await give(ports, await begin(ports)), 'unreachable')
  }, 30_000)

  it('by not existing (DNS)', async () => {
    const ports = portsOf('http://viva-no-such-host.invalid/v1', patient)
    expectHonest(await give(ports, await begin(ports)), 'unreachable')
  }, 30_000)
})

describe('an endpoint that has failed five times in a row', () => {
  it('is left alone for 30 seconds, and then tried again', async () => {
    const server = await fakeOpenAi(faults['a refused key (401)'])
    try {
      const ports = portsOf(server.baseUrl, short)
      const id = await begin(ports)
      let turns = 0
      const next = () => give(ports, id, `t${++turns}`)
      while (server.requests.length < 5) await next()
      const asked = server.requests.length
      const paused = await next()
      expect(turnsOf(paused).at(-1)?.grade?.failure).toBe('paused')
      expect(server.requests.length).toBe(asked)
    } finally {
      await server.close()
    }
  })
})

describe('stopping', () => {
  let server: FakeOpenAi
  beforeAll(async () => {
    server = await fakeOpenAi()
  })
  afterAll(() => server.close())

  it('ends the upstream call within a second, keeps what was said, and the question is still asked', async () => {
    server.behave((request, response, call) => {
      if (!request.stream) return says('{}')(request, response, call)
      beginStream(response)
      streamPiece(response, 'You mentioned the must. Now tell ')
    })
    const ports = portsOf(server.baseUrl, {})
    const id = await begin(ports)
    const outcome = await takeTurn(ports, { id, owner, turn: { turnId: 't1', kind: 'answer', text: answer } })
    if (!outcome.ok) throw new Error(outcome.rejection)
    let stopped = 0
    const heard: string[] = []
    const state = await outcome.turn.finish({
      words: (_, delta) => {
        heard.push(delta)
        if (heard.length > 1) return
        stopped = performance.now()
        void stopTurn(ports, { id, owner })
      },
    })
    expect(performance.now() - stopped).toBeLessThan(1_000)
    await expect.poll(() => server.abandoned()).toBe(1)
    const probe = movesOf(state)[1]
    expect(probe?.spoken).toMatch(/^You mentioned the must\. /)
    expect(probe?.spoken).toMatch(/\?$/)
    expect(probe?.failure).toBe('stopped')
  })

  it('while the model grades gives the built-in grade at once', async () => {
    server.behave(() => undefined)
    const ports = portsOf(server.baseUrl, {})
    const id = await begin(ports)
    const outcome = await takeTurn(ports, { id, owner, turn: { turnId: 't1', kind: 'answer', text: answer } })
    if (!outcome.ok) throw new Error(outcome.rejection)
    const done = outcome.turn.finish()
    const asked = server.requests.length
    await expect.poll(() => server.requests.length).toBeGreaterThan(asked)
    await stopTurn(ports, { id, owner })
    expect(turnsOf(await done)[0]?.grade).toMatchObject({ grader: 'builtin', failure: 'stopped' })
    expect(await stopTurn(ports, { id, owner: 'other' })).toBeUndefined()
  })
})

describe('opening an interview while a model works on it', () => {
  it('does not wait for it, does not ask the model twice, and ends with one copy of each message', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const server = await fakeOpenAi(async (request, response, call) => {
      await held
      await says('What follows from that?')(request, response, call)
    })
    try {
      const ports = portsOf(server.baseUrl, {})
      const id = await begin(ports)
      const turn = { turnId: 't1', kind: 'answer', text: answer } as const
      const first = await takeTurn(ports, { id, owner, turn })
      if (!first.ok) throw new Error(first.rejection)
      const done = first.turn.finish()
      const seen = await openInterview(ports, { id, owner })
      expect(seen && turnsOf(seen)[0]?.grade).toBeUndefined()
      const again = await takeTurn(ports, { id, owner, turn })
      if (!again.ok) throw new Error(again.rejection)
      const told: string[] = []
      const joined = again.turn.finish({ words: (_, delta) => told.push(delta) })
      release()
      const [one, two] = await Promise.all([done, joined])
      expect(one.entries).toEqual(two.entries)
      expect(movesOf(one)).toHaveLength(2)
      expect(told.join('')).toBe(movesOf(one)[1]?.spoken)
      // One grade with its repair, one utterance.
      expect(server.requests).toHaveLength(3)
    } finally {
      await server.close()
    }
  })
})
