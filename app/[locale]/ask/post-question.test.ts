import { describe, expect, it } from 'vitest'
import { postQuestion } from './post-question'

const { signal } = new AbortController()
const replying =
  (body: unknown, status = 200) =>
  () =>
    Promise.resolve(Response.json(body, { status }))
const passage = { number: 1, questionId: 'a/b', title: 'T', passage: 'P' }

describe('asking the handbook from the page', () => {
  it('gives what the server said', async () => {
    const reply = await postQuestion('Why?', 'en', signal, replying({ found: true, passages: [passage] }))
    expect(reply).toEqual({ found: true, passages: [passage] })
  })

  it.each([
    ['a problem', replying({ type: '/problems/internal' }, 500)],
    ['another shape', replying({ found: 'yes' })],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
  ])('gives nothing for %s', async (_, send) => {
    expect(await postQuestion('Why?', 'en', signal, send)).toBeUndefined()
  })
})
