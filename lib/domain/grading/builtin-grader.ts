import { remember } from '../text/remember'
import { decideVerdict } from './combine'
import { doubtOf } from './doubt'
import type { Lexicon } from './evidence'
import type { GateKind, Grader, GradingInput, Judgement, Verdict } from './grade'
import { judgeBare } from './judge-bare'
import { gateFor, readEvidence } from './read-evidence'

const name = 'builtin'

/** How sure the grader is that an answer is none; the gates are narrow. */
const gateConfidence = 0.9

function gated({ question }: GradingInput, gate: GateKind): Judgement {
  const verdicts = question.keyPoints.map(({ id }): Verdict => ({
    keyPointId: id,
    verdict: 'missing',
    confidence: gateConfidence,
  }))
  return { verdicts, misconceptions: [], gate, confidence: gateConfidence, grader: name }
}

/** Who asserts this many wrong things gets no benefit of the doubt for what was only half said. */
const wrongTwice = 2

function judge(input: GradingInput, lexicon: Lexicon): Judgement {
  const { points, misconceptions, wrong, soundness } = readEvidence(input, lexicon)
  const doubted = doubtOf(soundness)
  const verdicts = points.map(({ keyPointId, evidence }): Verdict => {
    const decided = decideVerdict(evidence, doubted)
    const verdict = decided.verdict === 'partial' && wrong >= wrongTwice ? 'missing' : decided.verdict
    const { span } = evidence
    const proven = verdict !== 'missing' && span ? { quote: input.answer.slice(span.start, span.end) } : {}
    return { keyPointId, verdict, confidence: decided.confidence, ...proven }
  })
  const weights = input.question.keyPoints.map(({ weight }) => weight)
  const confidence =
    verdicts.reduce((sum, v, i) => sum + v.confidence * (weights[i] ?? 0), 0) /
    weights.reduce((sum, w) => sum + w, 0)
  return { verdicts, misconceptions, confidence, grader: name }
}

/** Texts whose vectors are kept: those of rubrics come again with every answer. */
const mostVectors = 8_000

/** The grader that needs no model: deterministic, a few milliseconds an answer. */
export function createBuiltinGrader({ embed, idf }: Lexicon = {}): Grader {
  const lexicon: Lexicon = {
    ...(idf && { idf }),
    ...(embed && { embed: remember(embed, (text) => text, mostVectors) }),
  }
  return (input) => {
    const gate = gateFor(input)
    if (gate) return Promise.resolve(gated(input, gate))
    const bare = input.question.keyPoints.every(({ cues }) => cues.length === 0)
    return Promise.resolve(bare ? judgeBare(input, lexicon, name) : judge(input, lexicon))
  }
}
