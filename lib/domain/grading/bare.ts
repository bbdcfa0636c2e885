import type { KeyPoint } from '../handbook/question'
import { normalise } from '../text/formula'
import type { GradedQuestion } from './grade'
import { terms } from './terms'

/** Where one thing that a reference says ends and the next begins: references without a rubric are often lists. */
const clause = /[,，、;；。:：\n()（）•]+|\.(?=\s|$)|\s+(?:and|or)\s+|以及/

/** A long reference is cut into fewer, longer pieces: by sentence, or by paragraph. */
const separators = [clause, /[;；。！？\n]+|[.!?](?=\s|$)/, /\n\s*\n/]

/** Pieces of a reference, the most, unless it has more paragraphs. No reference of the dev sets has so many. */
const mostPieces = 80

/** A piece with more words says more, though not as many times more. Chosen on the dev sets. */
const weightOf = (words: number): number => Math.max(1, words) ** 0.75

/** Pairs of neighbouring characters: they see inflections, compounds and misspellings that words do not. */
export function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...normalise(text).replace(/[^\p{L}\p{N}]+/gu, ' ')]
  const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
  return new Set(pairs.filter((pair) => !pair.includes(' ')))
}

const without = (own: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...own].filter((one) => !others.has(one)))

/** New pairs that make a piece of words that were all used before: "专业配送" after 配送 and 专业化. */
const fewestPairs = 1

/** What a piece of a reference says that neither the question nor an earlier piece says. */
export interface BarePoint {
  readonly point: KeyPoint
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

/** The pieces of a reference as key points, for a question that has no rubric; one that says nothing new is left out. */
export function barePoints({ prompt, reference }: Pick<GradedQuestion, 'prompt' | 'reference'>): BarePoint[] {
  const words = new Set(terms(prompt))
  const pairs = new Set(pairsOf(prompt))
  const read = (piece: string): Omit<BarePoint, 'point'> => {
    const own = { words: without(terms(piece), words), pairs: without(pairsOf(piece), pairs) }
    own.words.forEach((word) => words.add(word))
    own.pairs.forEach((pair) => pairs.add(pair))
    return own
  }
  const cuts = separators.map((separator) =>
    reference.split(separator).filter((piece) => piece.trim() !== ''),
  )
  const cut = cuts.find((pieces) => pieces.length <= mostPieces) ?? cuts.at(-1) ?? []
  const pieces = cut
    .map((piece) => ({ piece: piece.trim(), ...read(piece) }))
    .filter((own) => own.words.size > 0 || own.pairs.size >= fewestPairs)
  const whole = { piece: reference, words: terms(reference), pairs: pairsOf(reference) }
  return (pieces.length > 0 ? pieces : [whole]).map(({ piece, ...own }, index) => ({
    point: {
      id: `reference-${index + 1}`,
      weight: weightOf(own.words.size),
      claim: { zh: piece, en: piece },
      cues: [],
      probe: { zh: '', en: '' },
    },
    ...own,
  }))
}

/** The key points that stand for a reference. */
export const bareKeyPoints = (question: Pick<GradedQuestion, 'prompt' | 'reference'>): KeyPoint[] =>
  barePoints(question).map(({ point }) => point)
