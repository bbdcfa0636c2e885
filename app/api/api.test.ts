import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { InterviewView } from '@/lib/domain/interview/view'
import type { Report } from '@/lib/domain/report/report'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'
import { fakeGuests } from '@/tests/fixtures/fake-guests'
import { openShare } from '@/lib/conduct/share-report'
import { wire, type Wired } from '@/lib/wire'
import { GET as getReport } from './interviews/[id]/report/route'
import { GET as getInterview } from './interviews/[id]/route'
import { GET as getShares, POST as postShare } from './interviews/[id]/shares/route'
import { DELETE as deleteShare } from './interviews/[id]/shares/[shareId]/route'
import { POST as postGrade } from './interviews/[id]/turns/[turnId]/grade/route'
import { POST as postTurn } from './interviews/[id]/turns/route'
import { POST as postInterview } from './interviews/route'
import { GET as getCards, PATCH as patchCards } from './cards/route'
import { GET as search } from './handbook/search/route'

const origin = 'http://localhost:3000'

interface Sent {
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Record<string, string>
}

function request(method: string, path: string, { body, cookie, headers }: Sent = {}): Request {
  return new Request(`${origin}${path}`, {
    method,
    headers: {
      host: 'localhost:3000',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

const at = <T extends object>(params: T) => ({ params: Promise.resolve(params) })

beforeEach(() => {
  const wired: Wired = {
    ...fakePorts({ newId: randomUUID }),
    guests: fakeGuests(),
    builtinGrade: namingGrader,
    ready: () => Promise.resolve(true),
    close: () => {},
  }
  Object.assign(globalThis, { vivaPorts: Promise.resolve(wired) })
})

const start = (sent: Sent = {}) =>
  postInterview(
    request('POST', '/api/interviews', {
      body: { language: 'en', topics: ['attention'], questions: 2 },
      ...sent,
    }),
  )

async function begin(): Promise<{ id: string; cookie: string }> {
  const response = await start()
  const { id } = (await response.json()) as InterviewView
  return { id, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const turn = (id: string, cookie: string, body: unknown, headers: Record<string, string> = {}) =>
  postTurn(request('POST', `/api/interviews/${id}/turns`, { body, cookie, headers }), at({ id }))

const view = async (id: string, cookie: string): Promise<InterviewView> =>
  (await (
    await getInterview(request('GET', `/api/interviews/${id}`, { cookie }), at({ id }))
  ).json()) as InterviewView

interface Problem {
  readonly type: string
  readonly status: number
  readonly detail: string
  readonly errors?: { field: string; message: string }[]
}

async function expectProblem(response: Response, status: number, kind: string): Promise<Problem> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as Problem
  expect(body).toMatchObject({ type: `/problems/${kind}`, status })
  expect(body.detail).not.toBe('')
  return body
}

/** The chunks of an event stream, the closing `[DONE]` checked and left out. */
async function chunks(
  response: Response,
): Promise<{ type: string; id?: string; delta?: string; data?: unknown }[]> {
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '))
  expect(lines.at(-1)).toBe('data: [DONE]')
  return lines.slice(0, -1).map((line) => JSON.parse(line.slice(6)))
}

describe('an interview by API alone', () => {
  it('gives a first visitor a guest, asks, streams the reply, and shows the same afterwards', async () => {
    const response = await start()
    expect(response.status).toBe(201)
    const first = (await response.json()) as InterviewView
    expect(first).toMatchObject({
      status: 'active',
      progress: { asked: 1, planned: 2 },
      current: { kind: 'question' },
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''

    const reply = await turn(first.id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'the must' })
    expect(reply.headers.get('content-type')).toContain('text/event-stream')
    expect(reply.headers.get('cache-control')).toContain('no-transform')
    const streamed = await chunks(reply)
    expect(streamed.map((chunk) => chunk.type)).toEqual(
      expect.arrayContaining([
        'start',
        'data-phase',
        'data-message',
        'text-start',
        'text-delta',
        'text-end',
        'data-interview',
        'finish',
      ]),
    )
    const words = streamed
      .filter((chunk) => chunk.type === 'text-delta')
      .map((chunk) => chunk.delta)
      .join('')
    const after = await view(first.id, cookie)
    expect(after.messages.map((m) => m.kind)).toEqual(['question', 'answer', 'probe'])
    expect(after.messages.at(-1)?.text).toBe(words)
    expect(streamed.at(-2)?.data).toEqual({
      status: after.status,
      progress: after.progress,
      current: after.current,
    })
  })

  it('ends with a report, as JSON and as Markdown', async () => {
    const { id, cookie } = await begin()
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'the must and myth' })).text()
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'end' })).text()
    expect(await view(id, cookie)).toMatchObject({ status: 'closed' })
    const read = (format: string) =>
      getReport(request('GET', `/api/interviews/${id}/report?format=${format}`, { cookie }), at({ id }))
    const report = (await (await read('json')).json()) as Report
    expect(report).toMatchObject({
      interviewId: id,
      complete: true,
      status: 'closed',
      questions: [{ graded: true }],
    })
    const markdown = await read('md')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await markdown.text()).toContain('> the must and myth')
    await expectProblem(await read('pdf'), 400, 'invalid-request')
  })

  it('takes one turn id once, also when it is sent 20 times at the same moment', async () => {
    const { id, cookie } = await begin()
    const turnId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => turn(id, cookie, { turnId, kind: 'answer', text: 'the must' })),
    )
    expect(replies.every((reply) => reply.status === 200)).toBe(true)
    const texts = await Promise.all(
      replies.map(async (reply) => (await chunks(reply)).map((chunk) => chunk.delta ?? '').join('')),
    )
    expect(new Set(texts).size).toBe(1)
    expect((await view(id, cookie)).messages.map((m) => m.kind)).toEqual(['question', 'answer', 'probe'])
  })

  it('finishes the work when the reader leaves', async () => {
    const { id, cookie } = await begin()
    const reply = await turn(id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'the must' })
    await reply.body?.cancel()
    await expect.poll(async () => (await view(id, cookie)).messages.length).toBe(3)
  })

  it('shows grades at once in practice mode, and none in a mock interview', async () => {
    const held = async (mode: string) => {
      const response = await start({ body: { language: 'en', topics: ['attention'], mode } })
      const { id } = (await response.json()) as InterviewView
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      const streamed = await chunks(
        await turn(id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'the must' }),
      )
      const answer = (await view(id, cookie)).messages.find((m) => m.kind === 'answer')
      return { parts: streamed.map((chunk) => chunk.type), feedback: answer?.feedback }
    }
    expect((await held('practice')).parts).toContain('data-feedback')
    expect((await held('practice')).feedback?.verdicts).toHaveLength(3)
    expect((await held('mock')).parts).not.toContain('data-feedback')
    expect(await held('mock')).toMatchObject({ feedback: undefined })
  })
})

describe('wrong input', () => {
  it.each([
    ['a missing language', { topics: ['attention'] }, 'language'],
    ['no topics', { language: 'en', topics: [] }, 'topics'],
    ['a wrong language', { language: 'fr', topics: ['attention'] }, 'language'],
    ['too many questions', { language: 'en', topics: ['attention'], questions: 31 }, 'questions'],
    ['half a question', { language: 'en', topics: ['attention'], questions: 1.5 }, 'questions'],
    [
      'questions and minutes',
      { language: 'en', topics: ['attention'], questions: 2, minutes: 10 },
      'minutes',
    ],
    ['an unknown field', { language: 'en', topics: ['attention'], level: 3 }, 'level'],
    ['a wrong difficulty', { language: 'en', topics: ['attention'], difficulty: 9 }, 'difficulty'],
  ])('names the field of %s', async (_, body, field) => {
    const { errors } = await expectProblem(await start({ body }), 400, 'invalid-request')
    expect(errors?.map((e) => e.field)).toContain(field)
  })

  it('says that a topic is unknown, or has no questions yet', async () => {
    const unknown = await expectProblem(
      await start({ body: { language: 'en', topics: ['astrology'] } }),
      422,
      'unknown-topic',
    )
    expect(unknown.detail).toContain('astrology')
    await expectProblem(await start({ body: { language: 'en', topics: ['empty'] } }), 422, 'empty-topic')
  })

  it('says that a body is not JSON, or not declared as such', async () => {
    await expectProblem(await start({ body: '{"language":' }), 400, 'invalid-request')
    const plain = { 'content-type': 'text/plain' }
    await expectProblem(await start({ body: '{}', headers: plain }), 415, 'unsupported-media-type')
  })

  it('takes 20,000 characters and refuses one more, saving nothing of it', async () => {
    const { id, cookie } = await begin()
    const body = (length: number) => ({ turnId: randomUUID(), kind: 'answer', text: '长'.repeat(length) })
    await expectProblem(await turn(id, cookie, body(20_001)), 413, 'too-large')
    await expectProblem(await turn(id, cookie, body(200_000)), 413, 'too-large')
    expect((await view(id, cookie)).messages).toHaveLength(1)
    const taken = await turn(id, cookie, body(20_000))
    expect(taken.status).toBe(200)
    await taken.text()
  })

  it('names what is wrong with a turn', async () => {
    const { id, cookie } = await begin()
    const wrong = async (body: unknown) =>
      (await expectProblem(await turn(id, cookie, body), 400, 'invalid-request')).errors
    expect(await wrong({ turnId: 'one', kind: 'answer' })).toMatchObject([{ field: 'turnId' }])
    expect(await wrong({ turnId: randomUUID(), kind: 'shout' })).toMatchObject([{ field: 'kind' }])
    expect(await wrong({ turnId: randomUUID(), kind: 'answer', text: 1 })).toMatchObject([{ field: 'text' }])
  })

  it('refuses turns after the end, and turns that reply to an older question', async () => {
    const { id, cookie } = await begin()
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'skip' })).text()
    const late = { turnId: randomUUID(), kind: 'answer', text: 'x', inReplyTo: 'm1' }
    await expectProblem(await turn(id, cookie, late), 409, 'moved-on')
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'end' })).text()
    await expectProblem(
      await turn(id, cookie, { turnId: randomUUID(), kind: 'answer' }),
      409,
      'interview-closed',
    )
  })

  it('refuses other sites and lets its own pages and other clients through', async () => {
    await expectProblem(await start({ headers: { origin: 'https://evil.example' } }), 403, 'foreign-origin')
    await expectProblem(await start({ headers: { origin: 'null' } }), 403, 'foreign-origin')
    expect((await start({ headers: { origin } })).status).toBe(201)
    const { id, cookie } = await begin()
    const foreign = { origin: 'https://evil.example' }
    const body = { turnId: randomUUID(), kind: 'answer', text: 'x' }
    await expectProblem(await turn(id, cookie, body, foreign), 403, 'foreign-origin')
    expect((await view(id, cookie)).messages).toHaveLength(1)
  })

  it('says what a search lacks', async () => {
    const wrong = async (query: string) =>
      (
        await expectProblem(
          await search(request('GET', `/api/handbook/search?${query}`)),
          400,
          'invalid-request',
        )
      ).errors
    expect(await wrong('')).toMatchObject([{ field: 'q' }])
    expect(await wrong('q=%20')).toMatchObject([{ field: 'q' }])
    expect(await wrong('q=lora&k=0')).toMatchObject([{ field: 'k' }])
    expect(await wrong('q=lora&language=fr')).toMatchObject([{ field: 'language' }])
  })
})

describe("another visitor's interview", () => {
  it.each([
    ['no cookie', undefined],
    ['a cookie of somebody else', 'other'],
    ['a cookie that was not signed here', 'viva_guest=forged'],
  ])('is as if it did not exist, with %s', async (_, who) => {
    const { id, cookie: own } = await begin()
    const turnId = randomUUID()
    await (await turn(id, own, { turnId, kind: 'answer', text: 'the must' })).text()
    const cookie = who === 'other' ? (await begin()).cookie : (who ?? '')
    const body = { turnId: randomUUID(), kind: 'answer', text: 'x' }
    const responses = [
      await getInterview(request('GET', `/api/interviews/${id}`, { cookie }), at({ id })),
      await getReport(request('GET', `/api/interviews/${id}/report`, { cookie }), at({ id })),
      await turn(id, cookie, body),
      await turn(id, cookie, { ...body, turnId }),
      await postGrade(
        request('POST', `/api/interviews/${id}/turns/${turnId}/grade`, { cookie }),
        at({ id, turnId }),
      ),
    ]
    for (const response of responses) await expectProblem(response, 404, 'not-found')
    expect((await view(id, own)).messages).toHaveLength(3)
  })
})

describe('review cards by API', () => {
  const cards = (cookie: string, query = '') => getCards(request('GET', `/api/cards${query}`, { cookie }))
  const change = (cookie: string, body: unknown) =>
    patchCards(request('PATCH', '/api/cards', { cookie, body }))
  const listed = async (cookie: string) =>
    (await (await cards(cookie)).json()) as { due: number; cards: { questionId: string; due: string }[] }

  it('come of what was answered, and can be rated, suspended and asked for by hand', async () => {
    const { id, cookie } = await begin()
    expect(await listed(cookie)).toEqual({ due: 0, cards: [] })
    const [asked] = (await view(id, cookie)).messages
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'the must' })).text()
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'end' })).text()
    expect(asked?.kind).toBe('question')
    const [card] = (await listed(cookie)).cards
    expect(card).toMatchObject({ last: { score: 50, rating: 'hard' }, suspended: false, isDue: false })
    const questionId = card?.questionId

    expect((await change(cookie, { questionId, rating: 'easy' })).status).toBe(200)
    const [easier] = (await listed(cookie)).cards
    expect(Date.parse(easier?.due ?? '')).toBeGreaterThan(Date.parse(card?.due ?? ''))
    await change(cookie, { questionId, wanted: true })
    expect((await listed(cookie)).due).toBe(1)
    await change(cookie, { questionId, suspended: true })
    expect((await listed(cookie)).due).toBe(0)
    expect(await (await cards(cookie, '?format=anki&language=zh')).text()).toContain('#guid column:1')
    expect(await (await cards(cookie, '?format=csv')).text()).toContain('suspended')
    expect(await listed((await begin()).cookie)).toEqual({ due: 0, cards: [] })
  })

  it('refuses what is not there to change', async () => {
    const { cookie } = await begin()
    const questionId = 'attention/attention-0'
    await expectProblem(
      await change(cookie, { questionId: 'no/such', suspended: true }),
      422,
      'unknown-question',
    )
    await expectProblem(await change(cookie, { questionId, rating: 'good' }), 409, 'not-graded')
    await expectProblem(await change(cookie, { questionId }), 400, 'invalid-request')
    await expectProblem(await cards(cookie, '?format=pdf'), 400, 'invalid-request')
  })
})

describe('an interview on named questions', () => {
  it('asks those, and says which are not there', async () => {
    const picks = [{ questionId: 'optimizers/optimizers-2', followUps: 0 }]
    const response = await start({ body: { language: 'en', mode: 'practice', picks } })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      topics: ['optimizers'],
      progress: { planned: 1 },
      current: { questionId: 'optimizers/optimizers-2' },
    })
    const gone = await start({ body: { language: 'en', picks: [{ questionId: 'a/b' }] } })
    expect((await expectProblem(gone, 422, 'unknown-question')).errors?.[0]?.field).toBe('picks')
    await expectProblem(await start({ body: { language: 'en', loop: 'none' } }), 422, 'unknown-loop')
    await expectProblem(
      await start({ body: { language: 'en', topics: ['attention'], picks } }),
      400,
      'invalid-request',
    )
    await expectProblem(await start({ body: { language: 'en' } }), 400, 'invalid-request')
  })
})

describe('a shared report', () => {
  const share = (id: string, cookie: string, body: unknown = {}) =>
    postShare(request('POST', `/api/interviews/${id}/shares`, { cookie, body }), at({ id }))
  const opened = async (token: string) => openShare(await wire(), token)

  it('opens for anybody, holds no id of its owner’s, and is gone once it is taken back', async () => {
    const { id, cookie } = await begin()
    const turnId = randomUUID()
    await (await turn(id, cookie, { turnId, kind: 'answer', text: 'the must and the myth' })).text()
    await (await turn(id, cookie, { turnId: randomUUID(), kind: 'end' })).text()
    const response = await share(id, cookie)
    expect(response.status).toBe(201)
    const made = (await response.json()) as { id: string; token: string; expiresAt: string }
    const copy = await opened(made.token)
    expect(copy?.questions[0]?.answers[0]?.text).toBe('the must and the myth')
    const text = JSON.stringify(copy)
    for (const secret of [id, turnId, made.id]) expect(text).not.toContain(secret)

    const list = await getShares(request('GET', `/api/interviews/${id}/shares`, { cookie }), at({ id }))
    expect(await list.text()).not.toContain(made.token)
    const remove = (who: string) =>
      deleteShare(
        request('DELETE', `/api/interviews/${id}/shares/${made.id}`, { cookie: who }),
        at({ shareId: made.id }),
      )
    await expectProblem(await remove((await begin()).cookie), 404, 'not-found')
    expect(await opened(made.token)).toBeDefined()
    expect((await remove(cookie)).status).toBe(204)
    expect(await opened(made.token)).toBeUndefined()
  })

  it('leaves the candidate’s words out where that is wanted', async () => {
    const { id, cookie } = await begin()
    await (
      await turn(id, cookie, { turnId: randomUUID(), kind: 'answer', text: 'secret: must, myth' })
    ).text()
    const { token } = (await (await share(id, cookie, { withAnswers: false })).json()) as { token: string }
    const copy = await opened(token)
    expect(copy).toMatchObject({ withheld: true })
    expect(JSON.stringify(copy)).not.toContain('secret')
  })

  it('is the owner’s to hand out, for a year at the most', async () => {
    const { id, cookie } = await begin()
    await expectProblem(await share(id, (await begin()).cookie), 404, 'not-found')
    await expectProblem(await share(id, cookie, { days: 9999 }), 400, 'invalid-request')
    expect(await opened('guessed')).toBeUndefined()
  })
})
