import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { jwtVerify, SignJWT } from 'jose'

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

/** Puts a fresh secret in place unless one is there: linked whole, so that nobody can read half of it. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The secret of this data folder, made at the first start; of several processes that start at once, one makes it. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret')
  try {
    await mkdir(dataDir, { recursive: true })
    if (!existsSync(file)) await makeSecret(file)
  } catch (cause) {
    throw new Error(`The cookie secret ${file} could not be written; set VIVA_DATA_DIR or VIVA_SECRET`, {
      cause,
    })
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < 32)
    throw new Error(`The cookie secret ${file} is damaged; delete it to have a new one made`)
  return secret
}

/**
 * Anonymous guests: an unguessable id in a signed, HttpOnly cookie, and nothing on the server.
 * @param secret at least 32 characters; left out, one is kept in the data folder
 * @param now clock, for tests
 * @throws when the secret can be neither read nor made
 */
export async function openGuests(options: {
  readonly dataDir: string
  readonly secret?: string | undefined
  readonly now?: () => Date
}): Promise<Guests> {
  const { dataDir, secret, now = () => new Date() } = options
  const key = new TextEncoder().encode(secret ?? (await keptSecret(dataDir)))
  return {
    read: async (cookieHeader) => {
      const token = cookieHeader && cookieValue(cookieHeader)
      if (!token) return undefined
      const verified = await jwtVerify(token, key, { algorithms: [algorithm], currentDate: now() }).catch(
        () => undefined,
      )
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
