import type { Language } from '../handbook/language'
import type { Disputed, Objection } from '../interview/objection'
import type { Outcome } from '../interview/outcome'
import type { Exchange } from '../interview/state'
import type { ReportObjection, ReportQuestion } from './report'

const isAbout = (about: Disputed, id: string): boolean =>
  ('keyPointId' in about ? about.keyPointId : about.misconceptionId) === id

function told({ about, outcome, first, second }: Objection): ReportObjection {
  if (!('keyPointId' in about)) return { outcome }
  const verdictIn = (grade: Objection['first'] | undefined) =>
    grade?.verdicts.find(({ keyPointId }) => keyPointId === about.keyPointId)?.verdict
  const [before, after] = [verdictIn(first), verdictIn(second)]
  return { outcome, ...(before && { first: before }), ...(after && { second: after }) }
}

function objectionTo({ turns }: Exchange, id: string): { objection?: ReportObjection } {
  const found = turns.flatMap(({ objections = [] }) => objections).findLast(({ about }) => isAbout(about, id))
  return found ? { objection: told(found) } : {}
}

/** Each key point with its verdict over all answers to the question. */
export function pointsOf(
  exchange: Exchange,
  outcome: Outcome,
  language: Language,
): ReportQuestion['keyPoints'] {
  const { question, turns } = exchange
  // What was missed was missed in the first answer: an objection to it asks to have that one read again.
  const first = turns.find(({ grade }) => grade && !grade.gate)?.turnId
  return question.keyPoints.map((point) => {
    const found = outcome.points.find((p) => p.keyPointId === point.id)
    const turnId = found?.turnId ?? first
    return {
      id: point.id,
      claim: point.claim[language],
      weight: point.weight,
      verdict: found?.verdict ?? 'missing',
      ...(found?.quote !== undefined && { quote: found.quote }),
      confidence: found?.confidence ?? 0,
      recovered: found?.recovered ?? false,
      ...(turnId !== undefined && { turnId }),
      ...objectionTo(exchange, point.id),
    }
  })
}

/** The wrong claims that were made, each with its correction. */
export function wrongClaimsOf(
  exchange: Exchange,
  outcome: Outcome,
  language: Language,
): ReportQuestion['misconceptions'] {
  return outcome.misconceptions.flatMap(({ misconceptionId, quote, resolved, turnId }) => {
    const known = exchange.question.misconceptions.find((m) => m.id === misconceptionId)
    if (!known) return []
    const { id, claim, correction } = known
    return [
      {
        ...{ id, claim: claim[language], quote, correction: correction[language], resolved, turnId },
        ...objectionTo(exchange, id),
      },
    ]
  })
}
