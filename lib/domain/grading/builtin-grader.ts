import type { Misconception } from '../handbook/question'
import { normalise } from '../text/formula'
import { claimsOf } from './claims'
import { decideVerdict } from './combine'
import { ideasOf, polarities } from './cues'
import { cueEvidence, evidenceFor, readAnswer, type Lexicon } from './evidence'
import { gateOf, withoutInstructions } from './gates'
import type { AssertedMisconception, Grader, GradingInput, Judgement, Verdict } from './grade'
import { terms } from './terms'

const name = 'builtin'
const nothingGiven: ReadonlySet<number> = new Set()

/** Ideas of the probed key point that the probe's own words carry: the candidate need not say them again. */
function givenIdeas({ asked, question }: GradingInput): ReadonlySet<number> {
  const target =
    asked.kind === 'probe' ? question.keyPoints.find(({ id }) => id === asked.targetId) : undefined
  if (!target) return nothingGiven
  const said = polarities(ideasOf(target.cues), normalise(asked.text))
  return new Set(said.flatMap((polarity, idea) => (polarity ? [idea] : [])))
}

const quoteOf = (answer: string, span: { start: number; end: number } | undefined): { quote?: string } =>
  span ? { quote: answer.slice(span.start, span.end) } : {}

function asserted(
  answer: string,
  claims: ReturnType<typeof claimsOf>,
  misconceptions: readonly Misconception[],
): AssertedMisconception[] {
  return misconceptions.flatMap(({ id, cues }) => {
    const found = cueEvidence(ideasOf(cues), claims, nothingGiven)
    const span = found.share === 1 && !found.contradicted ? found.window : undefined
    const [first, last] = [span?.[0], span?.at(-1)]
    return first && last
      ? [{ misconceptionId: id, quote: answer.slice(first.span.start, last.span.end) }]
      : []
  })
}

function judge(input: GradingInput, answer: string, lexicon: Lexicon): Judgement {
  const { question, asked } = input
  const claims = claimsOf(answer)
  const read = readAnswer(claims, lexicon)
  const questionTerms = terms(question.prompt)
  const given = givenIdeas(input)
  const verdicts = question.keyPoints.map((point): Verdict => {
    const context = { questionTerms, given: point.id === asked.targetId ? given : nothingGiven }
    const evidence = evidenceFor(point, read, lexicon, context)
    const decided = decideVerdict(evidence)
    return {
      keyPointId: point.id,
      ...decided,
      ...(decided.verdict !== 'missing' && quoteOf(answer, evidence.span)),
    }
  })
  const misconceptions = asserted(answer, claims, question.misconceptions)
  const confidence = verdicts.reduce((sum, v) => sum + v.confidence, 0) / Math.max(1, verdicts.length)
  return { verdicts, misconceptions, confidence, grader: name }
}

/** The grader that needs no model: pure, deterministic, a few milliseconds an answer. */
export function createBuiltinGrader(lexicon: Lexicon = {}): Grader {
  return (input) => {
    const { question, asked } = input
    // A reference without a rubric may well be a list or a name, and so may its right answer.
    const brief = asked.kind !== 'question' || question.keyPoints.every(({ cues }) => cues.length === 0)
    const gate = gateOf(input.answer, question.prompt, brief)
    if (gate) {
      const verdicts = question.keyPoints.map(({ id }): Verdict => ({
        keyPointId: id,
        verdict: 'missing',
        confidence: 0.9,
      }))
      return Promise.resolve({ verdicts, misconceptions: [], gate, confidence: 0.9, grader: name })
    }
    return Promise.resolve(judge(input, withoutInstructions(input.answer).answer, lexicon))
  }
}
