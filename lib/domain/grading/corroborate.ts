import type { KeyPoint } from '../handbook/question'
import { locateQuote, type Span } from '../text/quote'
import { sentences } from '../text/segment'
import { affirmed } from '../text/polarity'
import { stanceOf } from './alignment'
import { pairsOf } from './bare'
import { claimsOf } from './claims'
import type { Evidence, Lexicon } from './evidence'
import { withoutInstructions } from './gates'
import type { GradingInput, Judgement, Verdict, VerdictKind } from './grade'
import { readEvidence } from './read-evidence'
import { terms } from './terms'

/** Content words of the shortest quote that can prove a point in reply to a question, and to a follow-up. */
const fewestTerms = { question: 2, followUp: 1, insight: 4 }

const mostInsights = 2

/** Below this, words have nothing to do with a key point; chance alone gives as much. */
const least = { recall: 0.12, similarity: 0.35, pairs: 0.15 }
/**
 * Below this, they have so little to do with it that no more than a part of it can have been said, and nothing where the
 * same words are to prove other points as well.
 */
const ample = { recall: 0.25, similarity: 0.5 }

type Support = 'none' | 'opposed' | 'thin' | 'crossed' | 'ample'

/** The sentences that a stretch of a text touches: what stands around a quote may turn it round. */
function around(text: string, { start, end }: Span): string {
  const touched = sentences(text).filter((sentence) => sentence.start < end && start < sentence.end)
  return text.slice(
    Math.min(start, ...touched.map((s) => s.start)),
    Math.max(end, ...touched.map((s) => s.end)),
  )
}

const denies = (said: string): boolean =>
  claimsOf(said).some((claim) => claim.clauses.some(({ text }) => affirmed(text).denies))

function supportOf({ ideas, recall, similarity, contradicted }: Evidence): Support {
  if (contradicted) return 'opposed'
  if (ideas === 1 || recall >= ample.recall || similarity >= ample.similarity) return 'ample'
  return ideas > 0 || recall >= least.recall || similarity >= least.similarity ? 'thin' : 'none'
}

/** A key point that stands for a piece of a bare reference has no cues: it is known by its words alone. */
function bareSupport({ claim }: KeyPoint, said: string): Support {
  const wanted = pairsOf(claim.en)
  const own = pairsOf(said)
  const shared = [...wanted].filter((pair) => own.has(pair)).length
  return wanted.size === 0 || shared / wanted.size < least.pairs ? 'none' : 'ample'
}

const rank: Record<VerdictKind, number> = { contradicted: -1, missing: 0, partial: 1, covered: 2 }

/** How sure a verdict is that two graders gave, by how far apart they are: alike, next to each other, further. */
const agreement = [0.95, 0.8, 0.6, 0.5]

/**
 * Holds a model's judgement against what code can see. Credit stays only where its quote stands in the answer outside of
 * instructions to the grader, says something, has to do with its key point, and is not turned round by what is said around
 * it.
 * @param second the built-in judgement of the same answer: where both agree, a verdict is surer
 */
export function corroborate(
  judgement: Judgement,
  second: Judgement,
  input: GradingInput,
  lexicon: Lexicon,
): Judgement {
  const { question, asked } = input
  const answer = withoutInstructions(input.answer).answer
  const short = asked.kind === 'question' ? fewestTerms.question : fewestTerms.followUp
  const read = new Map<string, ReturnType<typeof readEvidence>['points']>()

  const support = (keyPointId: string, quote: string): Support => {
    const span = locateQuote(answer, quote)
    const point = question.keyPoints.find(({ id }) => id === keyPointId)
    if (!span || !point || terms(quote).size < short) return 'none'
    const said = around(answer, span)
    if (second.misconceptions.some(({ quote: wrong }) => said.includes(wrong))) return 'opposed'
    if (point.cues.length === 0) return bareSupport(point, said)
    const points = read.get(said) ?? readEvidence({ ...input, answer: said }, lexicon).points
    read.set(said, points)
    const evidence = points.find((p) => p.keyPointId === keyPointId)?.evidence
    if (!evidence) return 'none'
    const found = supportOf(evidence)
    // One of claim and sentence denies something and the other does not: in words that the cues do not know, code cannot tell.
    const crossed = found === 'ample' && evidence.whole === 0 && denies(said) !== stanceOf(point).negative
    return crossed ? 'crossed' : found
  }

  const isShared = (quote: string): boolean =>
    judgement.verdicts.filter((v) => v.quote === quote && rank[v.verdict] > 0).length > 1

  const hold = (verdict: Verdict): Verdict => {
    const { keyPointId, quote = '' } = verdict
    const other = second.verdicts.find((v) => v.keyPointId === keyPointId)?.verdict ?? 'missing'
    const confidence = agreement[Math.abs(rank[verdict.verdict] - rank[other])] ?? 0.5
    if (rank[verdict.verdict] <= 0) return { ...verdict, confidence }
    // The built-in grader hardly ever takes a right statement for its opposite: 7 times in 3,000 on the known answers.
    const found = other === 'contradicted' ? 'opposed' : support(keyPointId, quote)
    if (found === 'none' || found === 'opposed') return { keyPointId, verdict: 'missing', confidence: 0.5 }
    if (found === 'thin' && other !== 'covered')
      return isShared(quote)
        ? { keyPointId, verdict: 'missing', confidence: 0.5 }
        : { ...verdict, verdict: 'partial', confidence: 0.5 }
    if (found === 'crossed' && other !== 'covered' && verdict.verdict === 'covered')
      return { ...verdict, verdict: 'partial', confidence: 0.5 }
    return { ...verdict, confidence }
  }

  const verdicts = judgement.verdicts.map(hold)
  const weightOf = (keyPointId: string): number =>
    question.keyPoints.find(({ id }) => id === keyPointId)?.weight ?? 0
  const weight = verdicts.reduce((sum, v) => sum + weightOf(v.keyPointId), 0)
  const confidence =
    verdicts.reduce((sum, v) => sum + v.confidence * weightOf(v.keyPointId), 0) / (weight || 1)
  const insights = judgement.insights
    ?.filter((quote) => locateQuote(answer, quote) && terms(quote).size >= fewestTerms.insight)
    .slice(0, mostInsights)
  return { ...judgement, verdicts, confidence, ...(insights && { insights }) }
}
