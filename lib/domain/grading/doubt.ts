import { matchesOf } from '../text/matches'
import { sentences } from '../text/segment'
import type { Claim } from './claims'
import weights from './calibration.json'
import { ideasOf, polarities } from './cues'
import { cosine, type Lexicon } from './evidence'
import type { GradedQuestion } from './grade'
import { terms } from './terms'
import { rightWords } from './vocabulary'

/**
 * What an answer as a whole gives away of whether its speaker knows the matter, whatever single wordings it hits. A
 * fluent wrong answer uses the right terms; what it says about them has words and thoughts that the reference has not.
 */
export interface Manner {
  /** Share of its content words that the question, the reference and the rubric have, rarer words counting more. */
  readonly familiar: number
  /** How near its sentences come to the reference's, in meaning. */
  readonly near: number
  /** How much nearer they come to a misconception than to a key point. */
  readonly leaning: number
  /** Share of the ideas it mentions that it denies. */
  readonly denying: number
  /** Of the key points that it touches, the share that it only touches: names without what is to be said of them. */
  readonly touching: number
  /** Words like always, never, no need, a clause. */
  readonly sweeping: number
}

export interface Soundness {
  /** Absent where there are no embeddings to read it by. */
  readonly manner?: Manner
  /** Statements that were found wrong: misconceptions, contradictions, one thing in the place of another. */
  readonly wrong: number
  /** Content words of the answer. */
  readonly words: number
}

const sweep =
  /\b(?:always|never|exactly|no need|not needed|unnecessary|makes? no difference|nothing|completely|entirely|guarantee\w*|impossible|the (?:more|longer|bigger|higher)[^.]{0,40} the better|no matter|perfect\w*)\b|完全|一律|永远|根本|绝对|任何|必须|不需要|不用|无需|没有必要|越[^，,。]{1,6}越好|就够了|都一样|没有?关系(?!的)|没有影响|毫无/g

/** Statements after which a further one says nothing new of the speaker. */
const mostWrong = 4

/** Odds of a speaker of whom nothing is known but single statements: as a sound one's. */
const unread = -2

/** Doubt beyond which nothing is left to be doubted. */
const most = 6

/** Shorter answers say less of their speaker: at so many content words half of what a long one says. */
const halfAt = 8

interface Vectors {
  readonly reference: readonly Float32Array[]
  readonly points: readonly Float32Array[]
  readonly misconceptions: readonly Float32Array[]
}

const known = new WeakMap<GradedQuestion['keyPoints'], Vectors>()

const statement = (text: string): boolean => terms(text).size > 2

function vectorsOf(question: GradedQuestion, embed: (text: string) => Float32Array): Vectors {
  const found = known.get(question.keyPoints)
  if (found) return found
  const claims = (items: readonly { claim: { zh: string; en: string } }[]): Float32Array[] =>
    items.flatMap(({ claim }) => [embed(claim.zh), embed(claim.en)])
  const { reference } = question
  const points = claims(question.keyPoints)
  const vectors: Vectors = {
    reference: [
      ...points,
      ...sentences(reference)
        .map(({ start, end }) => reference.slice(start, end))
        .filter(statement)
        .map(embed),
    ],
    points,
    misconceptions: claims(question.misconceptions),
  }
  known.set(question.keyPoints, vectors)
  return vectors
}

const nearest = (vectors: readonly Float32Array[], to: Float32Array): number =>
  vectors.reduce((best, vector) => Math.max(best, cosine(vector, to)), 0)

/** Share of the rubric's ideas, where they are mentioned, that are denied. */
function denying(claims: readonly Claim[], { keyPoints }: GradedQuestion): number {
  const ideas = keyPoints.flatMap(({ cues }) => ideasOf(cues))
  const said = claims.flatMap(({ clauses }) => clauses.flatMap(({ text }) => polarities(ideas, text)))
  const denied = said.filter((polarity) => polarity === 'denied').length
  const asserted = said.filter((polarity) => polarity === 'asserted').length
  return denied / (denied + asserted + 1)
}

function mannerOf(
  claims: readonly Claim[],
  question: GradedQuestion,
  said: readonly string[],
  { embed, idf = () => 1 }: Lexicon & { readonly embed: (text: string) => Float32Array },
): Omit<Manner, 'touching'> {
  const vocabulary = rightWords(question)
  const total = said.reduce((sum, word) => sum + idf(word), 0)
  const shared = said.reduce((sum, word) => sum + (vocabulary.has(word) ? idf(word) : 0), 0)

  const vectors = vectorsOf(question, embed)
  const statements = claims.filter(({ text }) => statement(text))
  const length = statements.reduce((sum, { text }) => sum + terms(text).size, 0)
  const mean = (of: (vector: Float32Array) => number): number =>
    statements.reduce((sum, { text }) => sum + terms(text).size * of(embed(text)), 0) / Math.max(1, length)

  const clauses = claims.flatMap((claim) => claim.clauses)
  const sweeping = clauses.reduce((sum, { text }) => sum + matchesOf(sweep, text).length, 0)
  return {
    familiar: total === 0 ? 0 : shared / total,
    near: mean((vector) => nearest(vectors.reference, vector)),
    leaning: mean((vector) => nearest(vectors.misconceptions, vector) - nearest(vectors.points, vector)),
    denying: denying(claims, question),
    sweeping: sweeping / Math.max(1, clauses.length),
  }
}

/**
 * Reads an answer as a whole.
 * @param found statements in it that were found wrong, and how much of what it touches it only touches
 */
export function soundnessOf(
  claims: readonly Claim[],
  question: GradedQuestion,
  { wrong, touching }: { readonly wrong: number; readonly touching: number },
  lexicon: Lexicon,
): Soundness {
  // A greeting or a closing phrase says nothing of the matter, and so nothing of who knows it.
  const vocabulary = rightWords(question)
  const own = claims.filter(({ text }) => [...terms(text)].some((word) => vocabulary.has(word)))
  const said = [...new Set(own.flatMap(({ text }) => [...terms(text)]))]
  const { embed } = lexicon
  return {
    ...{ wrong: Math.min(wrong, mostWrong), words: said.length },
    ...(embed && { manner: { ...mannerOf(own, question, said, { ...lexicon, embed }), touching } }),
  }
}

export type DoubtWeights = typeof weights.soundness

/**
 * How far an answer is to be doubted: the log-odds that its speaker is wrong, by a logistic model fitted on answers that
 * are right and on fluent ones that are not; 0 where the odds are for the speaker. A short answer says little of its
 * speaker, and gets the benefit of the doubt.
 */
export function doubtOf({ manner, wrong, words }: Soundness, own: DoubtWeights = weights.soundness): number {
  const odds = manner
    ? own.bias +
      own.familiar * manner.familiar +
      own.near * manner.near +
      own.leaning * manner.leaning +
      own.denying * manner.denying +
      own.sweeping * manner.sweeping +
      own.touching * manner.touching
    : unread
  const seen = words / (words + halfAt)
  return Math.min(most, Math.max(0, odds * seen + own.wrong * wrong))
}
