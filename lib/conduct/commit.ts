import { decide, type Command, type Rejection } from '@/lib/domain/interview/decide'
import { fold, foldOnto } from '@/lib/domain/interview/evolve'
import type { InterviewState } from '@/lib/domain/interview/state'
import type { Ports } from './ports'

/** An interview as it is stored now: its state and how many events made it. */
export interface Loaded {
  readonly id: string
  /** Whose it is, and so whose packs its next question may come from. */
  readonly owner: string
  readonly state: InterviewState
  readonly length: number
}

export type Committed =
  | { readonly ok: true; readonly loaded: Loaded; readonly changed: boolean }
  | { readonly ok: false; readonly rejection: Rejection; readonly loaded: Loaded }

/** Loads an interview for its owner; another visitor's is as if it did not exist. */
export async function loadOwned(
  ports: Pick<Ports, 'store'>,
  { id, owner }: { readonly id: string; readonly owner: string },
): Promise<Loaded | undefined> {
  const stored = await ports.store.load(id)
  const state = stored?.header.owner === owner ? fold(stored.events) : undefined
  return stored && state && { id, owner, state, length: stored.events.length }
}

/** The interview as it is stored now. */
export async function reload(ports: Pick<Ports, 'store'>, id: string): Promise<Loaded> {
  const stored = await ports.store.load(id)
  const state = stored && fold(stored.events)
  if (!stored || !state) throw new Error(`Interview ${id} vanished while it was being worked on`)
  return { id, owner: stored.header.owner, state, length: stored.events.length }
}

const maxRetries = 3

/**
 * Decides a command and appends what follows from it. When somebody else appended first, the command is decided
 * again on what is there now, three times at the most.
 * @throws when the fourth attempt still finds the interview changed
 */
export async function commit(
  ports: Pick<Ports, 'store' | 'handbook' | 'now'>,
  loaded: Loaded,
  command: Command,
): Promise<Committed> {
  const handbook = await ports.handbook(loaded.owner)
  let latest = loaded
  for (let attempt = 0; attempt <= maxRetries; attempt++) {
    if (attempt > 0) latest = await reload(ports, loaded.id)
    const now = ports.now()
    const decision = decide(latest.state, command, { handbook, now })
    if (!decision.ok) return { ...decision, loaded: latest }
    if (decision.events.length === 0) return { ok: true, loaded: latest, changed: false }
    const state = foldOnto(latest.state, decision.events)
    const header = { status: state.closed ? 'closed' : 'active', updatedAt: now.toISOString() } as const
    const outcome = await ports.store.append(loaded.id, latest.length, decision.events, header)
    if (outcome === 'appended')
      return {
        ok: true,
        changed: true,
        loaded: { ...loaded, state, length: latest.length + decision.events.length },
      }
  }
  throw new Error(
    `Interview ${loaded.id} was changed by somebody else ${maxRetries + 1} times in a row; send the turn again`,
  )
}
