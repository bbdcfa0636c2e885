import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeGuests } from '@/tests/fixtures/fake-guests'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'
import type { Wired } from '@/lib/wire'
import { POST as postInterview } from '../interviews/route'
import { GET as getExport } from './[id]/export/route'
import { DELETE as deletePack } from './[id]/route'
import { GET as getPacks, POST as postPack } from './route'

const origin = 'http://localhost:3000'

beforeEach(() => {
  const wired: Wired = {
    ...fakePorts({ newId: randomUUID }),
    ...{ guests: fakeGuests(), builtinGrade: namingGrader },
    ...{ ready: () => Promise.resolve(true), close: () => {} },
  }
  Object.assign(globalThis, { vivaPorts: Promise.resolve(wired) })
})

type Files = Readonly<Record<string, string>>

function post(name: string, files: Files, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData()
  body.set('name', name)
  for (const [file, text] of Object.entries(files)) body.append('files', new File([text], 'x'), file)
  const sent = { method: 'POST', body, headers: { host: 'localhost:3000', ...headers } }
  return postPack(new Request(`${origin}/api/packs`, sent))
}

const get = (path: string, cookie: string, method = 'GET'): Request =>
  new Request(`${origin}${path}`, { method, headers: { host: 'localhost:3000', cookie } })
const at = (id: string) => ({ params: Promise.resolve({ id }) })

const table = { 'a/b.csv': 'question,reference\nWhy?,Because.\n' }

async function imported(): Promise<{ id: string; topic: string; cookie: string }> {
  const response = await post('Mine', table)
  expect(response.status).toBe(201)
  const { id, topic } = (await response.json()) as { id: string; topic: string }
  return { id, topic, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const packsOf = async (cookie: string): Promise<{ id: string }[]> =>
  ((await (await getPacks(get('/api/packs', cookie))).json()) as { packs: { id: string }[] }).packs

describe('packs by API', () => {
  it('are imported, listed, interviewed on, exported and deleted', async () => {
    const { id, topic, cookie } = await imported()
    expect(await packsOf(cookie)).toMatchObject([{ id, name: 'Mine', questions: 1, topic: `pack-${id}` }])
    const started = await postInterview(
      new Request(`${origin}/api/interviews`, {
        method: 'POST',
        headers: { host: 'localhost:3000', cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ language: 'en', topics: [topic], questions: 1 }),
      }),
    )
    expect(started.status).toBe(201)
    expect(await started.json()).toMatchObject({ messages: [{ kind: 'question', text: 'Why?' }] })
    const exported = await getExport(get(`/api/packs/${id}/export`, cookie), at(id))
    expect(exported.headers.get('content-disposition')).toContain("filename*=UTF-8''Mine.zip")
    expect((await exported.arrayBuffer()).byteLength).toBeGreaterThan(100)
    expect((await deletePack(get(`/api/packs/${id}`, cookie, 'DELETE'), at(id))).status).toBe(204)
    expect(await packsOf(cookie)).toEqual([])
    expect((await deletePack(get(`/api/packs/${id}`, cookie, 'DELETE'), at(id))).status).toBe(404)
  })

  it('are nobody else’s', async () => {
    const { id, topic } = await imported()
    const other = (await imported()).cookie
    for (const cookie of ['', other, 'viva_guest=forged']) {
      expect((await getExport(get(`/api/packs/${id}/export`, cookie), at(id))).status).toBe(404)
      expect((await deletePack(get(`/api/packs/${id}`, cookie, 'DELETE'), at(id))).status).toBe(404)
      expect((await packsOf(cookie)).map((pack) => pack.id)).not.toContain(id)
    }
    const started = await postInterview(
      new Request(`${origin}/api/interviews`, {
        method: 'POST',
        headers: { host: 'localhost:3000', cookie: other, 'content-type': 'application/json' },
        body: JSON.stringify({ language: 'en', topics: [topic] }),
      }),
    )
    expect(started.status).toBe(422)
  })

  it('that are wrong are refused with file, line and field of every problem', async () => {
    const response = await post('Mine', { 'a.csv': 'question,reference\nWhy?,\n,x\n' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      type: '/problems/invalid-pack',
      count: 2,
      errors: [
        { file: 'a.csv', line: 2, field: 'reference', code: 'missing' },
        { file: 'a.csv', line: 3, field: 'question', code: 'missing' },
      ],
    })
  })

  it('tell how far they are, a line each time, when that is asked for', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `q${n},r`).join('\n')
    const response = await post(
      'Mine',
      { 'a.csv': `question,reference\n${rows}` },
      { accept: 'application/x-ndjson' },
    )
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines[0]).toMatchObject({ progress: { phase: 'reading' } })
    expect(lines.at(-1)).toMatchObject({ pack: { name: 'Mine', questions: 300 }, ignored: [] })
    const wrong = await post('Mine', { 'a.csv': 'x' }, { accept: 'application/x-ndjson' })
    expect(await wrong.text()).toContain('"problem":{"type":"/problems/invalid-pack"')
  })

  it('are refused from other sites, without files, as another type, too large or cut off', async () => {
    expect((await post('x', table, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('x', {})).status).toBe(400)
    const send = (body: string, headers: Record<string, string>): Promise<Response> =>
      postPack(new Request(`${origin}/api/packs`, { method: 'POST', body, headers }))
    expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(415)
    const type = 'multipart/form-data; boundary=x'
    expect((await send('--x\r\ncontent-disp', { 'content-type': type })).status).toBe(400)
    expect((await send('', { 'content-type': type, 'content-length': '99999999' })).status).toBe(413)
  })
})
