import { locateQuote } from '../text/quote'
import type { Judgement, Verdict } from './grade'

/** The words of the answer that a quote stands for, as they were typed. */
function proof(answer: string, quote: string | undefined): string | undefined {
  const span = quote === undefined ? undefined : locateQuote(answer, quote)
  return span && answer.slice(span.start, span.end)
}

function verifyVerdict(verdict: Verdict, answer: string): Verdict {
  const { keyPointId, confidence } = verdict
  const missing: Verdict = { keyPointId, verdict: 'missing', confidence }
  if (verdict.verdict === 'missing') return missing
  const quote = proof(answer, verdict.quote)
  return quote === undefined ? missing : { ...verdict, quote }
}

/**
 * Drops whatever the answer does not prove: a verdict whose quote does not stand in it becomes `missing`, a
 * misconception is left out. Quotes come back as the candidate typed them.
 */
export function verify(judgement: Judgement, answer: string): Judgement {
  return {
    ...judgement,
    verdicts: judgement.verdicts.map((verdict) => verifyVerdict(verdict, answer)),
    misconceptions: judgement.misconceptions.flatMap(({ misconceptionId, quote }) => {
      const proven = proof(answer, quote)
      return proven === undefined ? [] : [{ misconceptionId, quote: proven }]
    }),
    ...(judgement.insights && {
      insights: judgement.insights.flatMap((quote) => proof(answer, quote) ?? []),
    }),
  }
}
