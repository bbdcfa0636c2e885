import { decide } from '@/lib/domain/interview/decide'
import { fold } from '@/lib/domain/interview/evolve'
import { askedQuestions, type InterviewState } from '@/lib/domain/interview/state'
import { resolveSettings, type Resolved } from '@/lib/domain/interview/resolve-settings'
import type { StartSettings } from '@/lib/domain/interview/settings'
import { carryOn, type CarryOnPorts } from './carry-on'
import type { Ports } from './ports'

export type StartOutcome =
  | { readonly ok: true; readonly id: string; readonly state: InterviewState }
  | Extract<Resolved, { ok: false }>

/** How many of the owner's latest interviews the plan looks back on. */
const lookBack = 5

async function recentQuestions(ports: Pick<Ports, 'store'>, owner: string): Promise<string[]> {
  const headers = await ports.store.list(owner, lookBack)
  const stored = await Promise.all(headers.map(({ id }) => ports.store.load(id)))
  const states = stored.flatMap((interview) => (interview && fold(interview.events)) ?? [])
  return [...new Set(states.flatMap(askedQuestions).map((question) => question.id))]
}

/** Starts an interview and asks its first question. */
export async function startInterview(
  ports: CarryOnPorts & Pick<Ports, 'newId' | 'newSeed'>,
  { owner, settings: request }: { readonly owner: string; readonly settings: StartSettings },
): Promise<StartOutcome> {
  const handbook = await ports.handbook(owner)
  const resolved = resolveSettings(request, handbook)
  if (!resolved.ok) return resolved

  const recent = await recentQuestions(ports, owner)
  const now = ports.now()
  const command = { type: 'start', settings: resolved.settings, seed: ports.newSeed(), recent } as const
  const decision = decide(undefined, command, { handbook, now })
  const state = decision.ok ? fold(decision.events) : undefined
  if (!decision.ok || !state)
    throw new Error('An interview on topics that have questions must be able to start')

  const id = ports.newId()
  const at = now.toISOString()
  await ports.store.create({ id, owner, status: 'active', createdAt: at, updatedAt: at }, decision.events)
  const spoken = await carryOn(ports, { id, owner, state, length: decision.events.length })
  return { ok: true, id, state: spoken.state }
}
