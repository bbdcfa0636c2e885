import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { openGuests } from './guest'

const secret = 'a secret of more than thirty-two characters'
const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-01-01T00:00:00Z')
const open = (now = () => new Date(start), key = secret) =>
  openGuests({ dataDir: 'unused', secret: key, now })

const pair = (setCookie: string): string => setCookie.split(';')[0] ?? ''
const base64 = (text: string): string => Buffer.from(text).toString('base64url')

/** A cookie signed with the right key, and otherwise as the test wants it. */
async function signed(algorithm: string, claims: Record<string, unknown>): Promise<string> {
  const key = new TextEncoder().encode(secret)
  return `viva_guest=${await new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(key)}`
}

describe('guests', () => {
  it('knows the guest that it issued, among other cookies', async () => {
    const guests = await open()
    const { id, setCookie } = await guests.issue({ secure: false })
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(setCookie).toMatch(/^viva_guest=[\w.-]+; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
    for (const header of [`theme=dark; ${pair(setCookie)}; a=b`, `a=b;${pair(setCookie)}`, pair(setCookie)])
      expect(await guests.read(header)).toEqual({ id, stale: false })
    expect((await guests.issue({ secure: true })).setCookie).toMatch(/; SameSite=Lax; Secure$/)
    expect((await guests.issue({ secure: true })).id).not.toBe(id)
  })

  it('knows nobody by a cookie that is absent, misnamed or no token', async () => {
    const guests = await open()
    const issued = pair((await guests.issue({ secure: false })).setCookie)
    const cookies = [undefined, '', 'viva_guest=', 'viva_guest', 'viva_guest=garbage', 'viva_guest=a.b.c']
    for (const cookie of [...cookies, `not_${issued}`, issued.replace('viva_guest', 'VIVA_GUEST')])
      expect(await guests.read(cookie), cookie).toBeUndefined()
  })

  it('knows nobody by a cookie that was changed, unsigned, or signed with another key or algorithm', async () => {
    const guests = await open()
    const claims = { sub: 'somebody', iat: start / 1000, exp: start / 1000 + 60 }
    expect(await guests.read(await signed('HS256', claims))).toEqual({ id: 'somebody', stale: false })

    const [head = '', payload = '', signature = ''] = (await signed('HS256', claims)).split('.')
    const forged = base64(JSON.stringify({ ...claims, sub: 'somebody else' }))
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
    const none = (algorithm: string) => `viva_guest=${base64(`{"alg":"${algorithm}"}`)}.${payload}.`
    const other = await open(undefined, `${secret} and another`)
    for (const cookie of [
      `${head}.${forged}.${signature}`,
      `${head}.${payload}.${flipped}`,
      `${head}.${payload}.`,
      none('none'),
      none('None'),
      none('HS256'),
      pair((await other.issue({ secure: false })).setCookie),
      await signed('HS384', claims),
      await signed('HS512', claims),
    ])
      expect(await guests.read(cookie), cookie).toBeUndefined()
  })

  it('knows nobody by a token that says too little, or that has expired', async () => {
    const guests = await open()
    const claims = { sub: 'somebody', iat: start / 1000, exp: start / 1000 + 60 }
    for (const changes of [{ sub: undefined }, { iat: undefined }, { exp: undefined }, { exp: start / 1000 }])
      expect(await guests.read(await signed('HS256', { ...claims, ...changes }))).toBeUndefined()
  })

  it('asks for a new cookie after a month, and forgets after 400 days', async () => {
    let now = start
    const guests = await open(() => new Date(now))
    const { id, setCookie } = await guests.issue({ secure: false })
    now = start + 30 * day
    expect(await guests.read(pair(setCookie))).toEqual({ id, stale: false })
    now = start + 31 * day
    expect(await guests.read(pair(setCookie))).toEqual({ id, stale: true })
    const renewed = await guests.issue({ id, secure: false })
    expect(renewed.id).toBe(id)
    now = start + 400 * day
    expect(await guests.read(pair(setCookie))).toBeUndefined()
    expect(await guests.read(pair(renewed.setCookie))).toMatchObject({ id })
  })
})
