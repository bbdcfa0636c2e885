import { randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { signingSecret } from './secret'

export interface Guest {
  readonly id: string
  /** The cookie is old enough to be issued anew. */
  readonly stale: boolean
}

export interface Guests {
  /** Who a `Cookie` header names; `undefined` when it names nobody, has expired or was not signed here. */
  read(cookieHeader: string | undefined): Promise<Guest | undefined>
  /** A cookie for a known guest, or for a new one. */
  issue(options: {
    readonly id?: string
    readonly secure: boolean
  }): Promise<{ id: string; setCookie: string }>
}

const cookieName = 'viva_guest'
const algorithm = 'HS256'
const day = 24 * 60 * 60
/** Longest life that browsers grant a cookie, seconds. */
const lifetime = 400 * day
const staleAfter = 30 * day

const cookieValue = (header: string): string | undefined =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)

/**
 * Anonymous guests: an unguessable id in a signed, HttpOnly cookie, and nothing on the server.
 * @param secret at least 32 characters; left out, one is kept in the data folder
 * @param now clock, for tests
 * @throws when the secret is too short, or can be neither read nor made
 */
export async function openGuests(options: {
  readonly dataDir: string
  readonly secret?: string | undefined
  readonly now?: () => Date
}): Promise<Guests> {
  const { now = () => new Date() } = options
  const key = new TextEncoder().encode(await signingSecret(options))
  return {
    read: async (cookieHeader) => {
      const token = cookieHeader && cookieValue(cookieHeader)
      if (!token) return undefined
      const rules = { algorithms: [algorithm], requiredClaims: ['sub', 'iat', 'exp'], currentDate: now() }
      const verified = await jwtVerify(token, key, rules).catch(() => undefined)
      const { sub, iat } = verified?.payload ?? {}
      if (sub === undefined || iat === undefined) return undefined
      return { id: sub, stale: now().getTime() / 1000 - iat > staleAfter }
    },
    issue: async ({ id = randomUUID(), secure }) => {
      const issued = Math.floor(now().getTime() / 1000)
      const token = await new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setSubject(id)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetime)
        .sign(key)
      const attributes = [
        'Path=/',
        `Max-Age=${lifetime}`,
        'HttpOnly',
        'SameSite=Lax',
        ...(secure ? ['Secure'] : []),
      ]
      return { id, setCookie: [`${cookieName}=${token}`, ...attributes].join('; ') }
    },
  }
}
