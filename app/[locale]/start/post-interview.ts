import type { StartSettings } from '@/lib/domain/interview/settings'

/** Settings with what is left out left to the server. */
export type Wanted = Pick<StartSettings, 'language'> & Partial<StartSettings>

export type Posted =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: 'unreachable' | 'broken' | 'topic-gone' }
  | { readonly ok: false; readonly problem: 'field'; readonly field: string; readonly message: string }

interface ProblemDocument {
  readonly type?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

function refused(document: ProblemDocument): Posted {
  if (
    document.type === '/problems/unknown-topic' ||
    document.type === '/problems/empty-topic' ||
    document.type === '/problems/unknown-question' ||
    document.type === '/problems/unknown-loop'
  )
    return { ok: false, problem: 'topic-gone' }
  const [first] = document.errors ?? []
  // "topics.0" is an error of "topics".
  const field = first?.field.split('.')[0]
  return first && field
    ? { ok: false, problem: 'field', field, message: first.message }
    : { ok: false, problem: 'broken' }
}

/** Starts an interview. Never throws: what went wrong is an outcome. */
export async function postInterview(settings: Wanted, send: typeof fetch = fetch): Promise<Posted> {
  let response: Response
  try {
    response = await send('/api/interviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    })
  } catch {
    return { ok: false, problem: 'unreachable' }
  }
  try {
    const body = (await response.json()) as { readonly id?: string } & ProblemDocument
    if (response.ok && body.id) return { ok: true, id: body.id }
    return response.status >= 500 ? { ok: false, problem: 'broken' } : refused(body)
  } catch {
    return { ok: false, problem: 'broken' }
  }
}
