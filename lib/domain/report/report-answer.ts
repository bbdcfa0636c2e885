import { isAnswerable, type Exchange, type TurnEntry } from '../interview/state'
import type { Provenance, ReportAnswer } from './report'

function provenanceOf({ grade, earlier = [] }: TurnEntry): Provenance | undefined {
  if (!grade) return undefined
  const { grader, use, failure, passages = [] } = grade
  return {
    grader,
    ...(use && { use }),
    ...(failure && { failure }),
    passages,
    earlier: earlier.map((one) => one.grader),
  }
}

/** One answer as the report shows it; nothing for a turn that is none. */
export function answerOf(exchange: Exchange, turn: TurnEntry): ReportAnswer[] {
  const entry = exchange.moves.find(({ move }) => move.moveId === turn.repliesTo)
  if (turn.kind !== 'answer' || !entry || !isAnswerable(entry.move)) return []
  const { turnId, text, at, grade } = turn
  const provenance = provenanceOf(turn)
  return [
    {
      ...{ turnId, text, at },
      kind: entry.move.kind,
      asked: entry.spoken ?? '',
      graded: grade !== undefined,
      ...(grade?.gate && { gate: grade.gate }),
      verdicts: grade?.verdicts.filter((v) => v.quote !== undefined) ?? [],
      insights: grade?.insights ?? [],
      ...(provenance && { provenance }),
    },
  ]
}
