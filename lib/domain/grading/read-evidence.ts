import type { Misconception } from '../handbook/question'
import { normalise } from '../text/formula'
import type { Span } from '../text/quote'
import { stanceOf } from './alignment'
import { claimsOf, type Claim } from './claims'
import { conflicting } from './conflicts'
import { ideasOf, polarities } from './cues'
import { cueEvidence } from './cue-evidence'
import { soundnessOf, type Soundness } from './doubt'
import { evidenceFor, type Evidence, type Lexicon } from './evidence'
import { gateOf, withoutInstructions } from './gates'
import type { AssertedMisconception, GateKind, GradingInput } from './grade'
import { matterOf } from './matter'
import { isOffTopic } from './off-topic'
import { attribution } from './subjects'
import { terms } from './terms'

/** Everything that an answer gives, before anything is decided on it. */
export interface AnswerEvidence {
  readonly points: readonly { readonly keyPointId: string; readonly evidence: Evidence }[]
  readonly misconceptions: AssertedMisconception[]
  /** How many wrong things the answer says: misconceptions, contradictions, one thing in the place of another. */
  readonly wrong: number
  readonly soundness: Soundness
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

interface Asserted {
  readonly misconception: Misconception
  readonly span: Span
}

const assertedIn = (claims: readonly Claim[], misconceptions: readonly Misconception[]): Asserted[] =>
  misconceptions.flatMap((misconception) => {
    const ideas = ideasOf(misconception.cues)
    const { share, contradicted, span } = cueEvidence(ideas, claims, nothingGiven, stanceOf(misconception))
    return share === 1 && !contradicted && span ? [{ misconception, span }] : []
  })

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** A key point whose wrong version is asserted is contradicted, unless it is made in other words elsewhere. */
function against(evidence: Evidence, { span }: Asserted): Evidence {
  const stands = evidence.whole === 1 && evidence.span !== undefined && !overlap(evidence.span, span)
  return stands ? evidence : { ...evidence, contradicted: true, span }
}

/** How many wrong things there are: one that is said twice, or stands within another, counts once. */
function countApart(stretches: readonly string[]): number {
  const longestFirst = [...new Set(stretches)].sort((a, b) => b.length - a.length)
  return longestFirst.filter((text, i) => !longestFirst.slice(0, i).some((other) => other.includes(text)))
    .length
}

/** Why an answer is not weighed at all, if it is not. */
export function gateFor({ question, answer, asked }: GradingInput): GateKind | undefined {
  // A reference without a rubric may well be a list or a name, and so may its right answer.
  const brief = asked.kind !== 'question' || question.keyPoints.every(({ cues }) => cues.length === 0)
  const gate = gateOf(answer, question.prompt, brief)
  if (gate || brief) return gate
  return isOffTopic(answer, question) ? 'off-topic' : undefined
}

/** Reads an answer for every key point and misconception of its question. */
export function readEvidence(input: GradingInput, lexicon: Lexicon): AnswerEvidence {
  const { question, asked, answer } = input
  const claims = claimsOf(withoutInstructions(answer).answer)
  const conflicts = conflicting(claims, question, lexicon.idf)
  const questionTerms = terms(question.prompt)
  const given = givenIdeas(input)
  const wrong = assertedIn(claims, question.misconceptions)
  const matters = new Map(
    wrong.map((one) => [matterOf(one.misconception, question.keyPoints, questionTerms, lexicon.idf), one]),
  )
  const attributionOf = attribution(question.prompt, question.keyPoints, claims)
  const points = question.keyPoints.map((point) => {
    const context = {
      ...{ questionTerms, conflicts },
      given: point.id === asked.targetId ? given : nothingGiven,
      attribution: attributionOf(point),
    }
    const evidence = evidenceFor(point, claims, lexicon, context)
    const opposed = matters.get(point)
    return { keyPointId: point.id, evidence: opposed ? against(evidence, opposed) : evidence }
  })
  const misconceptions = wrong.map(({ misconception, span }) => ({
    misconceptionId: misconception.id,
    quote: answer.slice(span.start, span.end),
  }))
  const contradicted = points.flatMap(({ evidence: { contradicted, span } }) =>
    contradicted && span ? [span] : [],
  )
  const stretches = [
    ...wrong.map(({ span }) => span),
    ...contradicted,
    ...[...conflicts].map(({ span }) => span),
  ]
  const count = countApart(stretches.map((span) => normalise(answer.slice(span.start, span.end))))
  return {
    ...{ points, misconceptions, wrong: count },
    soundness: soundnessOf(claims, question, count, lexicon),
  }
}
