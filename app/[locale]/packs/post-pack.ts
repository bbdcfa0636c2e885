import type { PackProblem } from '@/lib/domain/handbook/pack/problem'
import type { ChosenFile } from './chosen-files'

/** A pack as the API shows it. */
export interface ShownPack {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly questions: number
  readonly topic: string
}

export interface Progress {
  readonly phase: 'sending' | 'reading' | 'indexing'
  readonly done: number
  readonly total?: number
}

export type Posted =
  | { readonly ok: true; readonly pack: ShownPack; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: 'unreachable' | 'broken' | 'too-large' }
  | {
      readonly ok: false
      readonly reason: 'invalid'
      readonly problems: readonly PackProblem[]
      readonly count: number
    }

interface ProblemDocument {
  readonly type?: string
  readonly errors?: readonly PackProblem[]
  readonly count?: number
}

interface Line {
  readonly progress?: Progress
  readonly pack?: ShownPack
  readonly ignored?: readonly string[]
  readonly problem?: ProblemDocument
}

function refused({ type, errors = [], count = errors.length }: ProblemDocument): Posted {
  if (type === '/problems/pack-too-large') return { ok: false, reason: 'too-large' }
  return type === '/problems/invalid-pack'
    ? { ok: false, reason: 'invalid', problems: errors, count }
    : { ok: false, reason: 'broken' }
}

function parse(text: string): Line & ProblemDocument {
  try {
    return JSON.parse(text) as Line & ProblemDocument
  } catch {
    return {}
  }
}

/** What the last line of the stream, or a problem document in its place, says. */
export function outcomeOf(text: string): Posted {
  const { pack, ignored = [], problem, type } = parse(text.trim().split('\n').at(-1) ?? '')
  if (pack) return { ok: true, pack, ignored }
  const document = problem ?? (type === undefined ? undefined : parse(text))
  return document ? refused(document) : { ok: false, reason: 'broken' }
}

/** How far the last whole line of a stream says that the import is. */
export const progressIn = (text: string): Progress | undefined =>
  parse(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1) ?? '').progress

/** Sends a pack; XMLHttpRequest because `fetch` does not tell how much has been sent. Never rejects. */
export function postPack(
  name: string,
  files: readonly ChosenFile[],
  onProgress: (progress: Progress) => void,
): Promise<Posted> {
  const form = new FormData()
  form.set('name', name)
  for (const { path, file } of files) form.append('files', file, path)
  const request = new XMLHttpRequest()
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress({ phase: 'sending', done: loaded, total })
    request.onprogress = () => {
      const progress = progressIn(request.responseText)
      if (progress) onProgress(progress)
    }
    request.onerror = () => resolve({ ok: false, reason: 'unreachable' })
    request.onload = () => resolve(outcomeOf(request.responseText))
    request.open('POST', '/api/packs')
    request.setRequestHeader('accept', 'application/x-ndjson')
    request.send(form)
  })
}
