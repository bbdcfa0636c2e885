import type { GradedQuestion } from './grade'
import { terms } from './terms'

type Rubric = GradedQuestion['keyPoints']

const right = new WeakMap<Rubric, ReadonlySet<string>>()
const whole = new WeakMap<Rubric, ReadonlySet<string>>()

const termsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...terms(text)]))

const textsOf = (points: readonly Pick<GradedQuestion['keyPoints'][number], 'claim' | 'cues'>[]): string[] =>
  points.flatMap(({ claim, cues }) => [claim.zh, claim.en, cues.flat().join('; ')])

/** Every content word that a right answer may well have: of the question, its reference and its key points, in both languages. */
export function rightWords({ prompt, reference, keyPoints }: GradedQuestion): ReadonlySet<string> {
  const words = right.get(keyPoints) ?? termsOf([prompt, reference, ...textsOf(keyPoints)])
  right.set(keyPoints, words)
  return words
}

/** Every content word that has to do with the question, misconceptions included. */
export function wordsOfMatter(question: GradedQuestion): ReadonlySet<string> {
  const words =
    whole.get(question.keyPoints) ??
    new Set([...rightWords(question), ...termsOf(textsOf(question.misconceptions))])
  whole.set(question.keyPoints, words)
  return words
}
