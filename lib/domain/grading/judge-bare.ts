import { normalise } from '../text/formula'
import { isDenied, negations } from '../text/polarity'
import { clauses, sentences, words } from '../text/segment'
import { barePoints, pairsOf, type BarePoint } from './bare'
import { claimsOf, type Claim } from './claims'
import { cosine, type Lexicon } from './evidence'
import { withoutInstructions } from './gates'
import type { GradingInput, Judgement, Verdict } from './grade'
import { terms } from './terms'

/** Share of a piece from which on it is covered, and below which it is missing. */
const [covered, least] = [0.65, 0.05]

/**
 * Graders of courses credit a half that is right with more than half, and nearness in meaning a little. Chosen on the
 * dev sets, see docs/evaluation.md.
 */
const [exponent, nearness] = [0.75, 0.15]

/** For each content word of a text whether it is denied wherever it stands. */
function denials(text: string): ReadonlyMap<string, boolean> {
  const denied = new Map<string, boolean>()
  for (const sentence of sentences(text))
    for (const { start, end } of clauses(text, sentence)) {
      const clause = normalise(text.slice(start, end))
      const found = negations(clause)
      let from = 0
      for (const word of words(clause)) {
        const at = clause.indexOf(word, from)
        if (at < 0) continue
        from = at
        for (const term of terms(word))
          denied.set(term, (denied.get(term) ?? true) && isDenied(clause, at, found, []))
      }
    }
  return denied
}

const shareOf = (wanted: ReadonlySet<string>, said: { has: (one: string) => boolean }): number =>
  [...wanted].filter((one) => said.has(one)).length / wanted.size

/** Share of the pairs that stands in any text of some length. */
const chance = 0.15

interface Said {
  readonly words: ReadonlyMap<string, boolean>
  readonly pairs: ReadonlySet<string>
}

/** How much of a piece an answer says, 0 to 1; a word that one of the two denies and the other asserts takes away. */
function pieceShare(
  { words, pairs }: BarePoint,
  said: Said,
  reference: ReadonlyMap<string, boolean>,
): number {
  const byWords = words.size > 0 ? shareOf(words, said.words) : 0
  const byPairs = pairs.size > 0 ? Math.max(0, shareOf(pairs, said.pairs) - chance) / (1 - chance) : byWords
  const share = words.size > 0 ? (byWords + byPairs) / 2 : byPairs
  const shared = [...words].filter((word) => said.words.has(word))
  const turned = shared.filter((word) => said.words.get(word) !== reference.get(word)).length
  return share ** exponent * (1 - turned / Math.max(1, shared.length))
}

/** The claim with most of a piece's words, or of its pairs where it has none of them. */
function proofOf({ words, pairs }: BarePoint, claims: readonly Claim[]): Claim | undefined {
  const worth = (claim: Claim): number =>
    (words.size > 0 ? shareOf(words, terms(claim.text)) : 0) +
    0.1 * (pairs.size > 0 ? shareOf(pairs, pairsOf(claim.text)) : 0)
  const [best] = claims.map((claim) => ({ claim, value: worth(claim) })).sort((a, b) => b.value - a.value)
  return best && best.value > 0 ? best.claim : undefined
}

/**
 * Judges an answer by a reference alone: its pieces are the key points, each made as far as its own words and
 * character pairs stand in the answer, in the same polarity. Words of the question count for nothing.
 */
export function judgeBare({ question, answer }: GradingInput, { embed }: Lexicon, grader: string): Judgement {
  const text = withoutInstructions(answer).answer
  const claims = claimsOf(text)
  const points = barePoints(question)
  const said: Said = { words: denials(text), pairs: pairsOf(text) }
  const reference = denials(question.reference)
  const shares = points.map((point) => pieceShare(point, said, reference))
  const near = embed ? nearness * Math.max(0, cosine(embed(question.reference), embed(text))) : 0
  const verdicts = points.map((bare, i): Verdict => {
    const share = Math.min(1, (shares[i] ?? 0) + near)
    const claim = proofOf(bare, claims)
    const confidence = Math.min(1, 0.3 + Math.abs(share - 0.5))
    const keyPointId = bare.point.id
    if (share < least || !claim) return { keyPointId, verdict: 'missing', confidence }
    const quote = answer.slice(claim.span.start, claim.span.end)
    return { keyPointId, verdict: share >= covered ? 'covered' : 'partial', share, quote, confidence }
  })
  const confidence = verdicts.reduce((sum, v) => sum + v.confidence, 0) / Math.max(1, verdicts.length)
  return { verdicts, misconceptions: [], confidence, grader }
}
