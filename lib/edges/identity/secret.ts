import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** HS256 wants a key as long as its hash, 32 bytes. */
const shortest = 32

/** Puts a fresh secret in place unless one is there: linked whole, so that nobody can read half of it. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(file)) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The secret of this data folder, made at the first start; of several processes that start at once, one makes it. */
async function keptSecret(file: string): Promise<string> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    if (!existsSync(file)) await makeSecret(file)
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `The cookie secret ${file} could not be read or made: ${reason}; let this user write there, or set VIVA_DATA_DIR or VIVA_SECRET`,
      { cause },
    )
  }
}

/**
 * What cookies are signed with: the one that is given, or else the one in the data folder.
 * @throws when it is too short, or can be neither read nor made
 */
export async function signingSecret(from: {
  readonly dataDir: string
  readonly secret?: string | undefined
}): Promise<string> {
  if (from.secret !== undefined) {
    if (from.secret.length < shortest)
      throw new Error(
        `VIVA_SECRET has ${from.secret.length} characters; give it ${shortest} or more, or none`,
      )
    return from.secret
  }
  const file = path.join(from.dataDir, 'secret')
  const secret = await keptSecret(file)
  if (secret.length < shortest)
    throw new Error(`The cookie secret ${file} is damaged; delete it to have a new one made`)
  return secret
}
