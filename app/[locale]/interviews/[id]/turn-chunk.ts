import type { Message } from '@/lib/domain/interview/view'
import type { TurnParts } from '@/lib/domain/interview/view'

/** What the page draws of a turn's stream. */
export type TurnChunk =
  | { readonly type: 'phase'; readonly phase: TurnParts['phase']['phase'] }
  | { readonly type: 'message'; readonly message: TurnParts['message'] }
  | { readonly type: 'text-start'; readonly id: string }
  | { readonly type: 'text-delta'; readonly id: string; readonly delta: string }
  | { readonly type: 'text-end'; readonly id: string }
  | { readonly type: 'feedback'; readonly score: number }
  | { readonly type: 'interview'; readonly interview: TurnParts['interview'] }
  | { readonly type: 'error' }
  | { readonly type: 'finish' }

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

const isText = (value: unknown): value is string => typeof value === 'string'

function messageOf(data: Fields): TurnChunk | undefined {
  const { id, kind, at, number, topic } = data
  if (!isText(id) || !isText(kind) || !isText(at)) return undefined
  return {
    type: 'message',
    message: {
      ...{ id, at },
      kind: kind as Message['kind'],
      ...(typeof number === 'number' && { number }),
      ...(isText(topic) && { topic }),
    },
  }
}

function textOf(type: 'text-start' | 'text-delta' | 'text-end', chunk: Fields): TurnChunk | undefined {
  const { id, delta } = chunk
  if (!isText(id)) return undefined
  if (type !== 'text-delta') return { type, id }
  return isText(delta) ? { type, id, delta } : undefined
}

const phases = ['saved', 'grading', 'thinking'] as const

/**
 * Reads one `data:` line of `POST /api/interviews/:id/turns`.
 * @returns `undefined` for what the page does not know or cannot use, which is passed over
 */
export function readChunk(line: string): TurnChunk | undefined {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return undefined
  }
  const chunk = fieldsOf(json)
  const data = fieldsOf(chunk['data'])
  const { type } = chunk
  switch (type) {
    case 'data-phase': {
      const phase = phases.find((known) => known === data['phase'])
      return phase && { type: 'phase', phase }
    }
    case 'data-message':
      return messageOf(data)
    case 'text-start':
    case 'text-delta':
    case 'text-end':
      return textOf(type, chunk)
    case 'data-feedback': {
      const score = fieldsOf(data['grade'])['score']
      return typeof score === 'number' ? { type: 'feedback', score } : undefined
    }
    case 'data-interview':
      return isText(data['status']) && data['progress']
        ? { type: 'interview', interview: data as unknown as TurnParts['interview'] }
        : undefined
    case 'error':
    case 'finish':
      return { type }
    default:
      return undefined
  }
}
