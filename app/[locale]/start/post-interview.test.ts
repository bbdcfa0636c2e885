import { describe, expect, it } from 'vitest'
import { requestOf, usual } from './draft'
import { postInterview } from './post-interview'

const settings = requestOf(usual({ topics: ['attention'], language: 'en' }))
const answer = (status: number, body: unknown) => () => Promise.resolve(Response.json(body, { status }))

describe('postInterview', () => {
  it('sends the settings as JSON and gives the id', async () => {
    const sent: unknown[] = []
    const posted = await postInterview(settings, (url, init) => {
      sent.push(url, init?.method, JSON.parse(String(init?.body)))
      return answer(201, { id: 'abc' })()
    })
    expect(posted).toEqual({ ok: true, id: 'abc' })
    expect(sent).toEqual(['/api/interviews', 'POST', settings])
  })

  it('names the field that was refused', async () => {
    const errors = [{ field: 'topics.0', message: 'too short' }]
    const posted = await postInterview(settings, answer(400, { type: '/problems/invalid-request', errors }))
    expect(posted).toEqual({ ok: false, problem: 'field', field: 'topics', message: 'too short' })
  })

  it.each(['unknown-topic', 'empty-topic'])('knows %s as a topic that is gone', async (kind) => {
    const posted = await postInterview(settings, answer(422, { type: `/problems/${kind}` }))
    expect(posted).toEqual({ ok: false, problem: 'topic-gone' })
  })

  it('tells a server that is broken from one that cannot be reached', async () => {
    expect(await postInterview(settings, answer(500, { errors: [{ field: 'mode', message: 'x' }] }))).toEqual(
      {
        ok: false,
        problem: 'broken',
      },
    )
    expect(await postInterview(settings, () => Promise.resolve(new Response('<html>')))).toEqual({
      ok: false,
      problem: 'broken',
    })
    expect(await postInterview(settings, () => Promise.reject(new TypeError('offline')))).toEqual({
      ok: false,
      problem: 'unreachable',
    })
  })
})
