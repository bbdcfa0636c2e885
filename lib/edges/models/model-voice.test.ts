import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Brief } from '@/lib/domain/interviewer/brief'
import { fakeOpenAi, looksUp, says, sendJson, type FakeOpenAi } from '@/tests/fixtures/fake-openai'
import { openEndpoint } from './endpoint'
import { createModelVoice } from './model-voice'

const brief: Brief = {
  ...{ kind: 'probe', language: 'en', manner: 'neutral', asks: true },
  question: 'Why?',
  authored: ['Let me follow up.', 'And how?'],
  transcript: [{ role: 'candidate', text: 'Because of it.' }],
}

let server: FakeOpenAi
beforeAll(async () => {
  server = await fakeOpenAi()
})
afterAll(() => server.close())

const searched: string[] = []
const voice = () =>
  createModelVoice({
    endpoint: openEndpoint({ baseUrl: server.baseUrl, prices: { fake: { input: 1, output: 10 } } }),
    model: 'fake',
    search: ({ text }) => {
      searched.push(text)
      return Promise.resolve([
        { questionId: 'a/b', topic: 'a', title: 'T', passage: 'P', language: 'en', score: 1, fit: 1 },
      ])
    },
  })

async function hear(enough: (heard: string) => boolean = () => false) {
  let heard = ''
  const use = await voice()(
    brief,
    (piece) => {
      heard += piece
      return !enough(heard)
    },
    new AbortController().signal,
  )
  return { heard, use }
}

describe('a model’s voice', () => {
  it('streams the words and tells what they took', async () => {
    server.behave(says('You said "because of it". And how does that work?'))
    const { heard, use } = await hear()
    expect(heard).toBe('You said "because of it". And how does that work?')
    expect(use).toEqual({
      ...{ model: 'fake', promptVersion: 'interviewing-1', calls: 1, inputTokens: 100, outputTokens: 20 },
      cost: 0.0003,
    })
  })

  it('may look things up in the handbook first', async () => {
    server.behave(looksUp('scaled dot product', 'And what is divided?'))
    const { heard, use } = await hear()
    expect(heard).toBe('And what is divided?')
    expect(searched).toContain('scaled dot product')
    expect(use.calls).toBe(2)
    const sent = JSON.stringify(server.requests.at(-1)?.messages)
    expect(sent).toContain('"role":"tool"')
  })

  it('ends the request when enough was heard', async () => {
    const before = server.abandoned()
    server.behave((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const delta = { choices: [{ index: 0, delta: { content: 'on and on ' }, finish_reason: null }] }
      const timer = setInterval(
        () => response.write(`data: ${JSON.stringify({ id: 'x', created: 1, model: 'f', ...delta })}\n\n`),
        5,
      )
      response.on('close', () => clearInterval(timer))
    })
    expect((await hear((heard) => heard.length > 40)).heard.length).toBeGreaterThan(40)
    await expect.poll(() => server.abandoned()).toBe(before + 1)
  })

  it('does without tools on a server that knows none, and remembers it', async () => {
    server.behave((request, response, call) =>
      request.tools
        ? sendJson(response, { error: { message: 'tools are not supported' } }, 400)
        : says('And how?')(request, response, call),
    )
    const speak = voice()
    const signal = new AbortController().signal
    const before = server.requests.length
    await speak(brief, () => true, signal)
    await speak(brief, () => true, signal)
    expect(server.requests.slice(before).map(({ tools }) => tools !== undefined)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('leaves out what a local reasoning model thinks aloud', async () => {
    server.behave(says('<think>The key point is the root.</think>And what is divided by what?'))
    expect((await hear()).heard.trim()).toBe('And what is divided by what?')
  })
})
