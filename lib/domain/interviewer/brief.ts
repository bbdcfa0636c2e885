import type { Language } from '../handbook/language'
import type { Move, MoveKind } from '../interview/events'
import { outcomeOf } from '../interview/outcome'
import type { Manner } from '../interview/settings'
import { exchangesOf, type Entry, type Exchange, type InterviewState } from '../interview/state'
import { leakGuard, type Secret } from './leak-guard'
import { wordsFor } from './words'

/** Moves whose words a model may choose; questions and closings are always said as they are written. */
export const wordedKinds = ['probe', 'challenge', 'dive', 'hint', 'clarification', 'remark'] as const
export type WordedKind = (typeof wordedKinds)[number]

export const isWorded = (kind: MoveKind): kind is WordedKind =>
  (wordedKinds as readonly string[]).includes(kind)

/** Moves that must end by asking something. */
const asking: readonly MoveKind[] = ['probe', 'challenge', 'dive']

export interface Line {
  readonly role: 'interviewer' | 'candidate'
  readonly text: string
}

const lineOf = (entry: Entry): Line =>
  entry.type === 'turn'
    ? { role: 'candidate', text: entry.text }
    : { role: 'interviewer', text: entry.spoken ?? '' }

/** What a voice is told: what to say, to whom and after what. It is never told the key point that it must not say. */
export interface Brief {
  readonly kind: WordedKind
  readonly language: Language
  readonly manner: Manner
  readonly question: string
  /** What the built-in interviewer would say: the gist of the move. */
  readonly authored: readonly string[]
  /** What was said about this question so far, in order. */
  readonly transcript: readonly Line[]
  /** What the candidate wants to have clarified. */
  readonly wanted?: string
  /** It must end with a question, and have no other. */
  readonly asks: boolean
}

const exchangeOf = (state: InterviewState, move: Move): Exchange | undefined =>
  exchangesOf(state).find(({ moves }) => moves.some((entry) => entry.move.moveId === move.moveId))

/** What a voice is told for a move; `undefined` for one that is said as it is written. */
export function briefFor(state: InterviewState, move: Move): Brief | undefined {
  const exchange = exchangeOf(state, move)
  if (!exchange || !isWorded(move.kind) || (move.kind === 'remark' && move.about === 'ungraded'))
    return undefined
  const { language, manner } = state.settings
  const members = new Set<unknown>([...exchange.moves, ...exchange.turns])
  return {
    ...{ kind: move.kind, language, manner },
    question: exchange.question.prompt[language],
    authored: wordsFor(state, move),
    transcript: state.entries
      .filter((entry) => members.has(entry))
      .map(lineOf)
      .filter(({ text }) => text.trim() !== ''),
    ...(move.kind === 'clarification' && move.text.trim() !== '' && { wanted: move.text }),
    asks: asking.includes(move.kind),
  }
}

/** Everything about the question that a move must not say yet. */
function secretsOf(exchange: Exchange, move: Move): Secret[] {
  const { question } = exchange
  const made = new Set(
    outcomeOf(exchange).points.flatMap((p) => (p.verdict === 'covered' ? [p.keyPointId] : [])),
  )
  const points = question.keyPoints
    .filter(({ id }) => !made.has(id))
    .map(({ claim, cues }) => ({ cues, texts: [claim.zh, claim.en] }))
  const corrections = question.misconceptions.map(({ correction }) => ({
    cues: [],
    texts: [correction.zh, correction.en],
  }))
  const dive = move.kind === 'dive' ? question.deepDives[move.dive] : undefined
  return [
    ...points,
    ...corrections,
    ...(dive ? [{ cues: [], texts: [dive.expects.zh, dive.expects.en] }] : []),
  ]
}

/** Whether words for a move give away what the candidate has still to find. */
export function guardFor(
  state: InterviewState,
  move: Move,
  embed?: (text: string) => Float32Array,
): (words: string) => boolean {
  const exchange = exchangeOf(state, move)
  if (!exchange) return () => false
  const { answer } = exchange.question
  return leakGuard(secretsOf(exchange, move), [answer.zh, answer.en], embed)
}

/** What to end with when a move's own words broke off: the question that it asks, or all of it when nothing was said. */
export function completed(state: InterviewState, move: Move, said: readonly string[]): string[] {
  const authored = wordsFor(state, move)
  if (said.length === 0) return authored
  const asked = /[?？]["”’』」)）]*$/.test(said.at(-1) ?? '')
  return asking.includes(move.kind) && !asked ? [...said, ...authored.slice(-1)] : [...said]
}
