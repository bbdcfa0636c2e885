import type { VerdictKind } from '../grading/grade'
import type { Localized } from '../handbook/language'
import { outcomeOf } from '../interview/outcome'
import { exchangesOf, type Exchange, type InterviewState } from '../interview/state'
import type { Settings } from '../interview/settings'

/** What a key point came to in an attempt. */
export interface AttemptPoint {
  readonly keyPointId: string
  readonly claim: Localized
  readonly weight: number
  readonly verdict: VerdictKind
}

/** One question as it was once answered, follow-ups included. */
export interface Attempt {
  readonly interviewId: string
  readonly mode: Settings['mode']
  readonly questionId: string
  readonly topic: string
  readonly difficulty: number
  /** When its last answer was given, ISO 8601. */
  readonly at: string
  /** 0 to 100, over all its answers. */
  readonly score: number
  /** From the question to its last answer. */
  readonly seconds: number
  readonly points: readonly AttemptPoint[]
  /** Wrong claims that were not taken back. */
  readonly misconceptions: readonly { readonly misconceptionId: string; readonly claim: Localized }[]
}

/** Longest time that counts for one question, seconds: who comes back tomorrow has not thought all night. */
const longest = 30 * 60

function attemptOf(interviewId: string, mode: Settings['mode'], exchange: Exchange): Attempt | undefined {
  const { question, moves, turns } = exchange
  const { score, points, misconceptions } = outcomeOf(exchange)
  const asked = moves[0]?.at
  const last = turns.findLast(({ kind, grade }) => kind === 'answer' && grade)?.at
  if (score === undefined || asked === undefined || last === undefined) return undefined
  const verdicts = new Map(points.map(({ keyPointId, verdict }) => [keyPointId, verdict]))
  return {
    ...{ interviewId, mode, score, at: last },
    ...{ questionId: question.id, topic: question.topic, difficulty: question.difficulty },
    seconds: Math.min(longest, Math.max(0, Math.round((Date.parse(last) - Date.parse(asked)) / 1000))),
    points: question.keyPoints.map(({ id, claim, weight }) => ({
      ...{ keyPointId: id, claim, weight },
      verdict: verdicts.get(id) ?? 'missing',
    })),
    misconceptions: misconceptions
      .filter(({ resolved }) => !resolved)
      .map(({ misconceptionId }) => ({
        misconceptionId,
        claim: question.misconceptions.find(({ id }) => id === misconceptionId)?.claim ?? { zh: '', en: '' },
      })),
  }
}

/** The attempts of an interview, in order. The question that is still open is none yet; nor is one without a grade. */
export function attemptsOf(interviewId: string, state: InterviewState): Attempt[] {
  const exchanges = exchangesOf(state)
  const over = state.closed ? exchanges : exchanges.slice(0, -1)
  return over.flatMap((exchange) => attemptOf(interviewId, state.settings.mode, exchange) ?? [])
}

/** Attempts by what they have in common, each list in order of time. */
export function groupBy<Key>(
  attempts: readonly Attempt[],
  key: (attempt: Attempt) => Key,
): Map<Key, Attempt[]> {
  const groups = new Map<Key, Attempt[]>()
  for (const attempt of [...attempts].sort((a, b) => a.at.localeCompare(b.at))) {
    const group = groups.get(key(attempt)) ?? []
    groups.set(key(attempt), [...group, attempt])
  }
  return groups
}
