import { bindingsOf, bindingsOfText, type Binding } from './bindings'
import type { Claim, Clause } from './claims'
import type { GradedQuestion } from './grade'

/** Likeness from which on two stretches speak of the same matter, and by how much the opposing one must be nearer. */
const [sameMatter, nearer] = [0.45, 0.2]

/** One word in common is chance. */
const leastShared = 2

/** Each says something that the other leaves out. */
const excludes = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].some((member) => !b.has(member)) && [...b].some((member) => !a.has(member))

type Idf = (word: string) => number

/** Dice's coefficient of two sets of words, weighted; 0 where they share fewer than `least`. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, idf: Idf, least: number): number {
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + idf(word), 0)
  const shared = [...a].filter((word) => b.has(word))
  return shared.length < least ? 0 : (2 * weigh(shared)) / (weigh(a) + weigh(b))
}

const facts = new WeakMap<GradedQuestion['keyPoints'], Map<string, Binding[]>>()

/** What the rubric and the reference hold to be true, read once. */
function factsOf({ keyPoints, misconceptions, reference }: GradedQuestion): Binding[] {
  const byReference = facts.get(keyPoints) ?? new Map<string, Binding[]>()
  facts.set(keyPoints, byReference)
  const known = byReference.get(reference)
  if (known) return known
  const texts = [
    ...keyPoints.flatMap(({ claim }) => [claim.zh, claim.en]),
    ...misconceptions.flatMap(({ correction }) => [correction.zh, correction.en]),
  ]
  const read = [...new Set([...texts, reference])].flatMap(bindingsOfText)
  byReference.set(reference, read)
  return read
}

/** Whether what is known of the nearest matter excludes what is said, and nothing as near to it agrees. */
function isExcluded(said: Binding, known: readonly Binding[], idf: Idf): boolean {
  let [agreeing, opposing] = [0, 0]
  for (const one of known) {
    if (one.group !== said.group) continue
    if (excludes(said.members, one.members))
      opposing = Math.max(opposing, likeness(said.words, one.words, idf, leastShared))
    else agreeing = Math.max(agreeing, likeness(said.words, one.words, idf, 1))
  }
  return opposing >= sameMatter && opposing >= agreeing + nearer
}

/**
 * The clauses that put one thing in the place of another: "the query is multiplied with the value", "the training
 * error is high" of overfitting. Nearest neighbour: of the facts of the rubric and the reference that choose from the
 * same group of exclusive words (its ends or its siblings), the one whose other words are likest chooses differently.
 */
export function conflicting(
  claims: readonly Claim[],
  question: GradedQuestion,
  idf: Idf = () => 1,
): ReadonlySet<Clause> {
  const known = factsOf(question)
  const told = new Set(known.map(({ group }) => group))
  return new Set(
    claims
      .flatMap(({ clauses }) => clauses)
      .filter(({ text }) =>
        bindingsOf(text, (group) => told.has(group)).some((said) => isExcluded(said, known, idf)),
      ),
  )
}
