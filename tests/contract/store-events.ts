import type { InterviewHeader } from '@/lib/conduct/ports'
import type { InterviewEvent } from '@/lib/domain/interview/events'

const at = '2026-01-01T10:00:00.000Z'

export const header = (id: string, changes: Partial<InterviewHeader> = {}): InterviewHeader => ({
  id,
  owner: 'guest',
  status: 'active',
  createdAt: at,
  updatedAt: at,
  ...changes,
})

export const answer = (turnId: string, text = 'text'): InterviewEvent => ({
  type: 'AnswerSubmitted',
  at,
  turnId,
  text,
})

export const change = { status: 'active', updatedAt: at } as const
