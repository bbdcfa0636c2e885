import { normalise } from '../text/formula'
import type { Span } from '../text/quote'
import { hypothetical } from '../text/hypothesis'
import { reported } from '../text/reporting'
import { clauses, sentences } from '../text/segment'

/** One clause of an answer: the smallest thing that has a polarity. */
export interface Clause {
  readonly span: Span
  readonly text: string
  /** It says what would be without the thing that is spoken of. */
  readonly hypothetical: boolean
}

/** One sentence of an answer, in normalised text. */
export interface Claim {
  readonly span: Span
  /** What the speaker holds: without what is only told of others or rejected. */
  readonly text: string
  /** Clauses that the speaker holds. */
  readonly clauses: readonly Clause[]
  /** The speaker is not sure of it. */
  readonly hedged: boolean
}

const hedges =
  /\b(?:maybe|perhaps|probably|i guess|i think|not (?:really )?sure|i believe|might be|could be|kind of|something like)\b|可能|也许|大概|好像|不太确定|不确定|我猜|应该是吧|记不清/

/** Longest answer that is looked at sentence by sentence; what comes after 400 sentences repeats itself. */
const mostSentences = 400

/** Longest clause, in characters: what goes on without a comma is cut, so that time grows with length alone. */
const longestClause = 300

function pieces(span: Span): Span[] {
  const count = Math.ceil((span.end - span.start) / longestClause)
  return Array.from({ length: count }, (_, i) => ({
    start: span.start + i * longestClause,
    end: Math.min(span.end, span.start + (i + 1) * longestClause),
  }))
}

/** Splits an answer into its claims, each with the stretch of the answer that it came from. */
export function claimsOf(answer: string): Claim[] {
  const spans = sentences(answer).slice(0, mostSentences)
  const parts = spans.map((span) => {
    const own = clauses(answer, span).flatMap(pieces)
    const texts = own.map((clause) => normalise(answer.slice(clause.start, clause.end)))
    const supposed = hypothetical(texts)
    return own.map((clause, c): Clause => ({
      span: clause,
      text: texts[c] ?? '',
      hypothetical: supposed[c] ?? false,
    }))
  })
  const told = reported(parts.map((own) => own.map(({ text }) => text)))
  return spans.flatMap((span, s) => {
    const held = (parts[s] ?? []).filter(({ text }, c) => text !== '' && !told[s]?.[c])
    if (held.length === 0) return []
    const whole = normalise(answer.slice(span.start, span.end))
    const text = held.length === parts[s]?.length ? whole : held.map((clause) => clause.text).join(' ')
    return [{ span, text, clauses: held, hedged: hedges.test(whole) }]
  })
}

/** Claims without some of their clauses; the same list when none of those is in it. */
export function withoutClauses(
  claims: readonly Claim[],
  leaves: (clause: Clause) => boolean,
): readonly Claim[] {
  if (!claims.some(({ clauses }) => clauses.some(leaves))) return claims
  return claims.flatMap((claim) => {
    const clauses = claim.clauses.filter((clause) => !leaves(clause))
    if (clauses.length === claim.clauses.length) return [claim]
    return clauses.length === 0
      ? []
      : [{ ...claim, clauses, text: clauses.map(({ text }) => text).join(' ') }]
  })
}
