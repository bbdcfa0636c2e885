import type { Misconception } from '../handbook/question'
import { normalise } from '../text/formula'
import { claimsOf, type Claim } from './claims'
import { ideasOf, polarities } from './cues'
import { cueEvidence, evidenceFor, readAnswer, type Evidence, type Lexicon } from './evidence'
import { gateOf, withoutInstructions } from './gates'
import type { AssertedMisconception, GateKind, GradingInput } from './grade'
import { terms } from './terms'

/** Everything that an answer gives, before anything is decided on it. */
export interface AnswerEvidence {
  /** The answer without sentences that instruct the grader. */
  readonly answer: string
  readonly points: readonly { readonly keyPointId: string; readonly evidence: Evidence }[]
  readonly misconceptions: AssertedMisconception[]
}

const nothingGiven: ReadonlySet<number> = new Set()

/** Ideas of the probed key point that the probe's own words carry: the candidate need not say them again. */
function givenIdeas({ asked, question }: GradingInput): ReadonlySet<number> {
  const target =
    asked.kind === 'probe' ? question.keyPoints.find(({ id }) => id === asked.targetId) : undefined
  if (!target) return nothingGiven
  const said = polarities(ideasOf(target.cues), normalise(asked.text))
  return new Set(said.flatMap((polarity, idea) => (polarity ? [idea] : [])))
}

function assertedIn(
  answer: string,
  claims: readonly Claim[],
  misconceptions: readonly Misconception[],
): AssertedMisconception[] {
  return misconceptions.flatMap(({ id, cues }) => {
    const found = cueEvidence(ideasOf(cues), claims, nothingGiven)
    const window = found.share === 1 && !found.contradicted ? found.window : undefined
    const [first, last] = [window?.[0], window?.at(-1)]
    return first && last
      ? [{ misconceptionId: id, quote: answer.slice(first.span.start, last.span.end) }]
      : []
  })
}

/** Why an answer is not weighed at all, if it is not. */
export function gateFor({ question, answer, asked }: GradingInput): GateKind | undefined {
  // A reference without a rubric may well be a list or a name, and so may its right answer.
  const brief = asked.kind !== 'question' || question.keyPoints.every(({ cues }) => cues.length === 0)
  return gateOf(answer, question.prompt, brief)
}

/** Reads an answer for every key point and misconception of its question. */
export function readEvidence(input: GradingInput, lexicon: Lexicon): AnswerEvidence {
  const { question, asked } = input
  const { answer } = withoutInstructions(input.answer)
  const claims = claimsOf(answer)
  const read = readAnswer(claims, lexicon)
  const questionTerms = terms(question.prompt)
  const given = givenIdeas(input)
  const points = question.keyPoints.map((point) => {
    const context = { questionTerms, given: point.id === asked.targetId ? given : nothingGiven }
    return { keyPointId: point.id, evidence: evidenceFor(point, read, lexicon, context) }
  })
  return { answer, points, misconceptions: assertedIn(answer, claims, question.misconceptions) }
}
