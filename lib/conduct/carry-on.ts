import type { Grade } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { gradingInput } from '@/lib/domain/interview/grading-input'
import type { Command } from '@/lib/domain/interview/decide'
import { nextStep, type InterviewState, type MoveEntry, type TurnEntry } from '@/lib/domain/interview/state'
import { joiner, wordsFor } from '@/lib/domain/interviewer/words'
import { commit, type Loaded } from './commit'
import type { Ports } from './ports'

/** What can be watched while a turn is being worked on. */
export interface Listener {
  phase?(phase: 'saved' | 'grading' | 'thinking'): void
  graded?(turnId: string, grade: Grade): void
  /** A move's words begin. */
  message?(entry: MoveEntry): void
  /** The next sentence of a move's words. */
  words?(moveId: string, delta: string): void
  /** A move's words are whole and stored. */
  spoken?(moveId: string): void
}

export type CarryOnPorts = Pick<Ports, 'store' | 'handbook' | 'now' | 'grade' | 'log'>

async function gradeTurn(ports: CarryOnPorts, loaded: Loaded, turn: TurnEntry): Promise<Command> {
  const { turnId } = turn
  try {
    const grade = await gradeAnswer(ports.grade, gradingInput(loaded.state, turn))
    return { type: 'recordGrade', turnId, grade }
  } catch (error) {
    // An answer that could not be graded is kept as ungraded, never given a number.
    ports.log.error({ interview: loaded.id, turn: turnId, err: error }, 'grading failed')
    return { type: 'recordFailure', turnId, reason: 'the grader failed' }
  }
}

function speak(state: InterviewState, entry: MoveEntry, listener: Listener): Command {
  const { move } = entry
  const sentences = wordsFor(state, move)
  const join = joiner(state.settings.language)
  listener.message?.(entry)
  sentences.forEach((sentence, index) =>
    listener.words?.(move.moveId, index === 0 ? sentence : join + sentence),
  )
  return { type: 'recordUtterance', moveId: move.moveId, text: sentences.join(join) }
}

/** Does everything that is decided and not done: grades the answer that waits, speaks the moves that are unspoken. */
export async function carryOn(ports: CarryOnPorts, loaded: Loaded, listener: Listener = {}): Promise<Loaded> {
  let latest = loaded
  for (let step = nextStep(latest.state); step; step = nextStep(latest.state)) {
    listener.phase?.(step.type === 'grade' ? 'grading' : 'thinking')
    const command =
      step.type === 'grade'
        ? await gradeTurn(ports, latest, step.turn)
        : speak(latest.state, step.entry, listener)
    const committed = await commit(ports, latest, command)
    if (!committed.ok)
      throw new Error(`Interview ${loaded.id}: ${command.type} was refused: ${committed.rejection}`)
    latest = committed.loaded
    if (command.type === 'recordGrade') listener.graded?.(command.turnId, command.grade)
    if (step.type === 'speak') listener.spoken?.(step.entry.move.moveId)
  }
  return latest
}
