import type { KeyPoint } from '../handbook/question'
import type { Span } from '../text/quote'
import { affirmed } from '../text/polarity'
import { opposes, stanceOf, type Stance } from './alignment'
import { withoutClauses, type Claim, type Clause } from './claims'
import { cueEvidence, type CueEvidence } from './cue-evidence'
import { ideasOf, polarities } from './cues'
import type { Idea } from './wordings'
import type { Attribution } from './subjects'
import { terms } from './terms'

/** What the grader looks things up in: both pure once made. */
export interface Lexicon {
  /** A text as a vector of unit length, alike for texts of alike meaning in either language. */
  readonly embed?: (text: string) => Float32Array
  /** Inverse document frequency of a word. */
  readonly idf?: (word: string) => number
}

/** What an answer gives for one key point, each feature from 0 to 1. */
export interface Evidence {
  /** Share of the cue's ideas that are asserted close together. */
  readonly ideas: number
  /** 1 when all of them are. */
  readonly whole: number
  /** Weighted share of the claim's own words. */
  readonly recall: number
  /** Nearness in meaning of the nearest stretch. */
  readonly similarity: number
  /** The answer says the opposite: a part of the cue is denied, or its direction is turned round. */
  readonly contradicted: boolean
  readonly hedged: boolean
  /** Where the best evidence stands. */
  readonly span?: Span
}

/** Cosine of two vectors of unit length. */
export const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

function recallOf(
  wanted: ReadonlySet<string>,
  said: ReadonlySet<string>,
  idf: (word: string) => number,
): number {
  let total = 0
  let found = 0
  for (const word of wanted) {
    const weight = idf(word)
    total += weight
    if (said.has(word)) found += weight
  }
  return total === 0 ? 0 : found / total
}

/** What is known beside the answer. */
export interface PointContext {
  readonly questionTerms: ReadonlySet<string>
  /** Ideas of the cue that the follow-up itself said. */
  readonly given: ReadonlySet<number>
  /** Clauses that put one thing in the place of another: no evidence for anything. */
  readonly conflicts: ReadonlySet<Clause>
  /** What the clauses speak of, where the question sets things side by side. */
  readonly attribution: Attribution
}

const textsOf = ({ claim }: KeyPoint): readonly string[] => [...new Set([claim.zh, claim.en])]

const affirmedTexts = new WeakMap<Claim, string>()

/** What a claim says is so: without what it denies, but for what would be denied of a world without the thing. */
function affirmedText(claim: Claim): string {
  const known = affirmedTexts.get(claim)
  if (known !== undefined) return known
  const text = claim.clauses.map((c) => (c.hypothetical ? c.text : affirmed(c.text).text)).join(' ')
  affirmedTexts.set(claim, text)
  return text
}

/** Shared words and nearness in meaning of the claim that comes nearest. */
function nearness(
  point: KeyPoint,
  claims: readonly Claim[],
  { embed, idf = () => 1 }: Lexicon,
  { questionTerms }: PointContext,
): { recall: number; similarity: number; nearest?: Claim } {
  const stance = stanceOf(point)
  let [recall, similarity] = [0, 0]
  let nearest: Claim | undefined
  for (const text of textsOf(point)) {
    const wanted = new Set([...terms(text)].filter((word) => !questionTerms.has(word)))
    const vector = embed?.(text)
    for (const claim of claims) {
      const said = stance.negative ? claim.text : affirmedText(claim)
      const shared = recallOf(wanted, terms(said), idf)
      const near = vector && embed ? Math.max(0, cosine(vector, embed(said))) : shared
      if (shared + near > recall + similarity) nearest = claim
      recall = Math.max(recall, shared)
      similarity = Math.max(similarity, near)
    }
  }
  return { recall, similarity, ...(nearest && { nearest }) }
}

/** Claims in which no idea of the cue is denied: the others share words with the key point and say something else. */
const undenied = (
  claims: readonly Claim[],
  { readings }: CueEvidence,
  { conflicts }: PointContext,
): readonly Claim[] =>
  withoutClauses(claims, (clause) => conflicts.has(clause)).filter(
    (claim) => !claim.clauses.some((clause) => readings.get(clause)?.includes('denied')),
  )

/** The first clause that says all of the cue, or all but its direction, and says the opposite direction. */
function inversion(
  claims: readonly Claim[],
  stance: Stance,
  { readings }: CueEvidence,
  size: number,
): Span | undefined {
  for (const { clauses } of claims)
    for (const clause of clauses) {
      const asserted = readings.get(clause)?.filter((polarity) => polarity === 'asserted').length ?? 0
      if (asserted >= Math.max(1, size - 1) && opposes(clause, stance)) return clause.span
    }
  return undefined
}

/** The first clause that says the whole cue, though of another thing than the key point is about. */
function ofAnother(
  claims: readonly Claim[],
  ideas: readonly Idea[],
  denies: ReadonlySet<number>,
  { foreign, bars, names }: Attribution,
): Span | undefined {
  const clauses = claims.flatMap((claim) => claim.clauses)
  const whole = clauses.find((clause) => {
    if (!names(clause) || (!foreign(clause) && !ideas.some((_, idea) => bars(clause, idea)))) return false
    return polarities(ideas, clause.text).every(
      (polarity, idea) => polarity === (denies.has(idea) ? (polarity ?? 'none') : 'asserted'),
    )
  })
  return whole?.span
}

/** What an answer says of a cue: its evidence, and where it says the opposite. */
function readCue(
  point: KeyPoint,
  claims: readonly Claim[],
  { given, conflicts, attribution }: PointContext,
): CueEvidence & { opposite?: Span } {
  const { foreign, bars } = attribution
  const ideas = ideasOf(point.cues)
  const stance = stanceOf(point)
  const spoken = withoutClauses(claims, foreign)
  const own = withoutClauses(spoken, (clause) => conflicts.has(clause) || opposes(clause, stance))
  const cue = cueEvidence(ideas, own, given, stance, bars)
  if (cue.share === 1) return cue
  const misplaced = ofAnother(claims, ideas, stance.denies, attribution)
  const all = own === spoken ? cue : cueEvidence(ideas, spoken, given, stance, bars)
  const turned = all.contradicted ? all.span : inversion(spoken, stance, all, ideas.length)
  const opposite = misplaced ?? (stance.contrasts ? undefined : turned)
  return { ...cue, contradicted: opposite !== undefined, ...(opposite && { opposite }) }
}

/** Gathers what an answer gives for one key point. */
export function evidenceFor(
  point: KeyPoint,
  claims: readonly Claim[],
  lexicon: Lexicon,
  context: PointContext,
): Evidence {
  const cue = readCue(point, claims, context)
  const own = withoutClauses(claims, context.attribution.foreign)
  const near = nearness(point, undenied(own, cue, context), lexicon, context)
  const supporting = cue.span ? cue.claims : near.nearest ? [near.nearest] : []
  const span = cue.opposite ?? cue.span ?? near.nearest?.span
  return {
    ideas: cue.share,
    whole: cue.share === 1 ? 1 : 0,
    recall: near.recall,
    similarity: near.similarity,
    contradicted: cue.contradicted,
    hedged: supporting.some((claim) => claim.hedged),
    ...(span && { span }),
  }
}
