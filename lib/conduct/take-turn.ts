import type { Rejection, Turn } from '@/lib/domain/interview/decide'
import { findTurn, type InterviewState, type MoveEntry } from '@/lib/domain/interview/state'
import { carryOn, type CarryOnPorts } from './carry-on'
import { commit, loadOwned, type Committed, type Loaded } from './commit'
import type { Listener } from './listener'

export interface TurnRequest {
  readonly id: string
  readonly owner: string
  readonly turn: Turn
}

/** A turn that is saved; what follows from it is still to be done by `finish`. */
export interface SavedTurn {
  readonly saved: Loaded
  /** Grades and speaks all that follows, telling the listener; safe to call again after any failure. */
  readonly finish: (listener?: Listener) => Promise<InterviewState>
}

export type TurnOutcome =
  | { readonly ok: true; readonly turn: SavedTurn }
  | { readonly ok: false; readonly rejection: Rejection | 'not-found' }

/** The moves that came of a turn: all between it and the turn after it. */
function consequences(state: InterviewState, turnId: string): MoveEntry[] {
  const from = state.entries.findIndex((entry) => entry.type === 'turn' && entry.turnId === turnId)
  const after = state.entries.slice(from + 1)
  const end = after.findIndex((entry) => entry.type === 'turn')
  return (end < 0 ? after : after.slice(0, end)).filter((entry): entry is MoveEntry => entry.type === 'move')
}

async function finish(
  ports: CarryOnPorts,
  saved: Loaded,
  turnId: string,
  listener: Listener,
): Promise<InterviewState> {
  const told = new Set<string>()
  const { state } = await carryOn(ports, saved, {
    ...listener,
    graded: (id, grade) => {
      told.add(id)
      listener.graded?.(id, grade)
    },
    spoken: (id) => {
      told.add(id)
      listener.spoken?.(id)
    },
  })
  // The same turn may be posted again, here or in another process: whoever asks hears all that came of it.
  const grade = findTurn(state, turnId)?.grade
  if (grade && !told.has(turnId)) listener.graded?.(turnId, grade)
  for (const entry of consequences(state, turnId)) {
    const { move, spoken } = entry
    if (told.has(move.moveId) || spoken === undefined) continue
    listener.message?.(entry)
    listener.words?.(move.moveId, spoken)
    listener.spoken?.(move.moveId)
  }
  return state
}

/** The turn before may have been cut off by a crash: it is finished before the next one is taken. */
async function takeWhenFree(ports: CarryOnPorts, loaded: Loaded, turn: Turn): Promise<Committed> {
  const first = await commit(ports, loaded, { type: 'take', turn })
  if (first.ok || first.rejection !== 'busy') return first
  return commit(ports, await carryOn(ports, first.loaded), { type: 'take', turn })
}

/**
 * Saves what the candidate did. When this returns `ok`, the answer is on disk and is not lost whatever happens
 * next; nothing has been graded or said yet.
 */
export async function takeTurn(ports: CarryOnPorts, { id, owner, turn }: TurnRequest): Promise<TurnOutcome> {
  const loaded = await loadOwned(ports, { id, owner })
  if (!loaded) return { ok: false, rejection: 'not-found' }
  const committed = await takeWhenFree(ports, loaded, turn)
  if (!committed.ok) return { ok: false, rejection: committed.rejection }
  const saved = committed.loaded
  return {
    ok: true,
    turn: { saved, finish: (listener = {}) => finish(ports, saved, turn.turnId, listener) },
  }
}
