import { bandOf, type Band } from '@/lib/domain/grading/band'
import type { Language } from '@/lib/domain/handbook/language'
import { fold } from '@/lib/domain/interview/evolve'
import { progressOf } from '@/lib/domain/interview/view-interview'
import { overallScore } from '@/lib/domain/report/overall-score'
import type { Ports } from './ports'

export interface InterviewSummary {
  readonly id: string
  readonly status: 'active' | 'closed'
  readonly mode: 'mock' | 'practice'
  readonly language: Language
  readonly topics: readonly string[]
  readonly startedAt: string
  readonly closedAt?: string
  readonly score?: number
  readonly band?: Band
  readonly asked: number
  readonly planned: number
}

/** The owner's latest interviews, the most recently changed first; none for a visitor who is not known yet. */
export async function listInterviews(
  ports: Pick<Ports, 'store' | 'now'>,
  owner: string | undefined,
  limit = 10,
): Promise<InterviewSummary[]> {
  if (owner === undefined) return []
  const headers = await ports.store.list(owner, limit)
  const stored = await Promise.all(headers.map(({ id }) => ports.store.load(id)))
  return stored.flatMap((interview) => {
    const state = interview && fold(interview.events)
    if (!state) return []
    const { asked, planned } = progressOf(state, ports.now())
    const score = state.closed && overallScore(state)?.score
    const { mode, language, topics } = state.settings
    return {
      id: interview.header.id,
      status: interview.header.status,
      ...{ mode, language, topics, asked, planned },
      startedAt: state.startedAt,
      ...(state.closed && { closedAt: state.closed.at }),
      ...(score !== undefined && { score, band: bandOf(score) }),
    }
  })
}
