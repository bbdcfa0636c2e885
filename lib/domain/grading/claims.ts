import { normalise } from '../text/formula'
import type { Span } from '../text/quote'
import { clauses, sentences } from '../text/segment'
import { isRejecting } from '../text/polarity'

/** One clause of an answer: the smallest thing that has a polarity. */
export interface Clause {
  readonly span: Span
  readonly text: string
}

/** One sentence of an answer with its clauses, all in normalised text. */
export interface Claim {
  readonly span: Span
  readonly text: string
  readonly clauses: readonly Clause[]
  /** It reports what others believe, in order to reject it. */
  readonly rejecting: boolean
  /** The speaker is not sure of it. */
  readonly hedged: boolean
}

const hedges =
  /\b(?:maybe|perhaps|probably|i guess|i think|not (?:really )?sure|i believe|might be|could be|kind of|something like)\b|可能|也许|大概|好像|不太确定|不确定|我猜|应该是吧|记不清/

/** Longest answer that is looked at sentence by sentence; what comes after 400 sentences repeats itself. */
const mostSentences = 400

/** Splits an answer into its claims, each with the stretch of the answer that it came from. */
export function claimsOf(answer: string): Claim[] {
  return sentences(answer)
    .slice(0, mostSentences)
    .map((span) => {
      const text = normalise(answer.slice(span.start, span.end))
      return {
        span,
        text,
        clauses: clauses(answer, span).map((clause) => ({
          span: clause,
          text: normalise(answer.slice(clause.start, clause.end)),
        })),
        rejecting: isRejecting(text),
        hedged: hedges.test(text),
      }
    })
    .filter(({ text }) => text !== '')
}
