import type { z } from 'zod'
import { problem, invalid } from './problem'

/** Bytes of JSON: 20,000 characters may be escaped as twelve bytes each, and there is some room for the rest. */
export const maxBodyBytes = 256 * 1024

const jsonType = /^application\/([a-z.+-]+\+)?json\b/i

/**
 * Refuses requests that another site's page sent: browsers always name the origin of a POST, and other clients
 * have none. Route handlers have no such check of their own.
 */
export function refuseForeign(request: Request): Response | undefined {
  const origin = request.headers.get('origin')
  if (origin === null) return undefined
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  const same = URL.canParse(origin) && new URL(origin).host === host
  return same ? undefined : problem('foreign-origin', `Pages of ${origin} may not use this server's API.`)
}

async function readLimited(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBodyBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

export type Body<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly response: Response }

/** Reads a JSON body of limited size and checks it, answering with a problem that names what is wrong. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<Body<T>> {
  const refuse = (response: Response): Body<T> => ({ ok: false, response })
  if (!jsonType.test(request.headers.get('content-type') ?? ''))
    return refuse(problem('unsupported-media-type', 'Send the body with content-type: application/json.'))
  const text = await readLimited(request)
  if (text === undefined)
    return refuse(
      problem('too-large', `The body may have ${maxBodyBytes} bytes at the most; nothing was saved.`),
    )
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('invalid-request', `The body is not valid JSON: ${reason}`))
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? { ok: true, value: parsed.data } : refuse(invalid(parsed.error))
}
