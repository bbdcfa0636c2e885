import type { Grade } from '@/lib/domain/grading/grade'
import type { MoveEntry } from '@/lib/domain/interview/state'

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
