import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGuests } from './guest'

const secret = 'a secret of more than thirty-two characters'
const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-01-01T00:00:00Z')

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-guests-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const pair = (setCookie: string): string => setCookie.split(';')[0] ?? ''

describe('guests', () => {
  it('knows the guest that it issued, among other cookies', async () => {
    const guests = await openGuests({ dataDir, secret })
    const { id, setCookie } = await guests.issue({ secure: false })
    expect(setCookie).toMatch(/; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
    expect(await guests.read(`theme=dark; ${pair(setCookie)}; a=b`)).toEqual({ id, stale: false })
    expect((await guests.issue({ secure: true })).setCookie).toContain('; Secure')
  })

  it('knows nobody without a cookie, or with one that was changed, borrowed, unsigned or from elsewhere', async () => {
    const guests = await openGuests({ dataDir, secret })
    const [head = '', payload = '', signature = ''] = pair(
      (await guests.issue({ secure: false })).setCookie,
    ).split('.')
    const other = await openGuests({ dataDir, secret: `${secret} and another` })
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    const nobody = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret))
    const forged = Buffer.from('{"sub":"somebody","iat":1,"exp":99999999999}').toString('base64url')
    for (const cookie of [
      undefined,
      '',
      'viva_guest=',
      'viva_guest=garbage',
      `${head}.${forged}.${signature}`,
      `viva_guest=${none}`,
      `viva_guest=${nobody}`,
      pair((await other.issue({ secure: false })).setCookie),
    ])
      expect(await guests.read(cookie)).toBeUndefined()
  })

  it('asks for a new cookie after a month, and forgets after 400 days', async () => {
    let now = start
    const guests = await openGuests({ dataDir, secret, now: () => new Date(now) })
    const { id, setCookie } = await guests.issue({ secure: false })
    now = start + 31 * day
    expect(await guests.read(pair(setCookie))).toEqual({ id, stale: true })
    const renewed = await guests.issue({ id, secure: false })
    expect(renewed.id).toBe(id)
    now = start + 401 * day
    expect(await guests.read(pair(setCookie))).toBeUndefined()
    expect(await guests.read(pair(renewed.setCookie))).toMatchObject({ id })
  })
})

describe('the kept secret', () => {
  it('is made once, for the owner alone to read, also when many processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => openGuests({ dataDir })))
    const { id, setCookie } = await (all[0] ?? (await openGuests({ dataDir }))).issue({ secure: false })
    for (const guests of all) expect((await guests.read(pair(setCookie)))?.id).toBe(id)
    expect((await stat(path.join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
    expect((await readFile(path.join(dataDir, 'secret'), 'utf8')).length).toBeGreaterThanOrEqual(32)
  })

  it('says what to do when it is damaged', async () => {
    await writeFile(path.join(dataDir, 'secret'), 'short')
    await expect(openGuests({ dataDir })).rejects.toThrow(/secret is damaged; delete it/)
  })
})
