import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { gradingInput } from '@/lib/domain/interview/grading-input'
import type { Command } from '@/lib/domain/interview/decide'
import { nextStep, type TurnEntry } from '@/lib/domain/interview/state'
import { commit, reload, type Loaded } from './commit'
import type { Listener } from './listener'
import type { Ports } from './ports'
import { speak } from './speak'

export type CarryOnPorts = Pick<
  Ports,
  'store' | 'handbook' | 'now' | 'grade' | 'voice' | 'embed' | 'runs' | 'log'
>

async function gradeTurn(
  ports: CarryOnPorts,
  loaded: Loaded,
  turn: TurnEntry,
  stopped: AbortSignal,
): Promise<Command> {
  const { turnId } = turn
  try {
    const grade = await gradeAnswer(ports.grade, gradingInput(loaded.state, turn), { signal: stopped })
    return { type: 'recordGrade', turnId, grade }
  } catch (error) {
    // An answer that could not be graded is kept as ungraded, never given a number.
    ports.log.error({ interview: loaded.id, turn: turnId, err: error }, 'grading failed')
    return { type: 'recordFailure', turnId, reason: 'the grader failed' }
  }
}

async function doEverything(
  ports: CarryOnPorts,
  loaded: Loaded,
  listener: Listener,
  stopped: AbortSignal,
): Promise<void> {
  let latest = loaded
  for (let step = nextStep(latest.state); step; step = nextStep(latest.state)) {
    listener.phase?.(step.type === 'grade' ? 'grading' : 'thinking')
    const command =
      step.type === 'grade'
        ? await gradeTurn(ports, latest, step.turn, stopped)
        : await speak(ports, latest.state, step.entry, listener, stopped)
    const committed = await commit(ports, latest, command)
    if (!committed.ok)
      throw new Error(`Interview ${loaded.id}: ${command.type} was refused: ${committed.rejection}`)
    latest = committed.loaded
    if (command.type === 'recordGrade') listener.graded?.(command.turnId, command.grade)
    if (step.type === 'speak') listener.spoken?.(step.entry.move.moveId)
  }
}

/**
 * Does everything that is decided and not done: grades the answer that waits, speaks the moves that are unspoken. Work
 * that is under way in this process is joined, not done twice.
 */
export async function carryOn(ports: CarryOnPorts, loaded: Loaded, listener: Listener = {}): Promise<Loaded> {
  let latest = loaded
  // What was joined may have begun before the last event: then something is left to do.
  while (nextStep(latest.state)) {
    const from = latest
    await ports.runs.join(loaded.id, listener, (tell, stopped) => doEverything(ports, from, tell, stopped))
    latest = await reload(ports, loaded.id)
  }
  return latest
}
