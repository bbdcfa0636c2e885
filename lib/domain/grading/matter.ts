import type { KeyPoint, Misconception } from '../handbook/question'
import { terms } from './terms'

/** Least likeness at which a misconception and a key point speak of the same matter. */
const alike = 0.45

const wordsOfCues = new WeakMap<KeyPoint['cues'], ReadonlySet<string>>()

/** The words of a cue's wordings; single letters and symbols say nothing of the matter. */
function spoken(cues: KeyPoint['cues']): ReadonlySet<string> {
  const known =
    wordsOfCues.get(cues) ?? new Set([...terms(cues.flat().join('; '))].filter((word) => word.length > 1))
  wordsOfCues.set(cues, known)
  return known
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, idf: (word: string) => number): number {
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + idf(word), 0)
  const shared = [...a].filter((word) => b.has(word))
  const least = Math.min(weigh(a), weigh(b))
  return least === 0 ? 0 : weigh(shared) / least
}

/**
 * The key point that a misconception is a wrong version of: the one whose claim and cues are likest to its claim,
 * its correction and its cues.
 * @returns `undefined` when no key point is on that matter
 */
export function matterOf(
  { claim, correction, cues }: Misconception,
  keyPoints: readonly KeyPoint[],
  questionTerms: ReadonlySet<string>,
  idf: (word: string) => number = () => 1,
): KeyPoint | undefined {
  const own = (text: string): Set<string> =>
    new Set([...terms(text)].filter((word) => !questionTerms.has(word)))
  let best: KeyPoint | undefined
  let highest = alike
  for (const point of keyPoints) {
    const claims = (['zh', 'en'] as const).map((l) =>
      overlap(own(`${claim[l]} ${correction[l]}`), own(point.claim[l]), idf),
    )
    const likeness = Math.max(...claims) + 0.5 * overlap(spoken(cues), spoken(point.cues), idf)
    if (likeness > highest) [best, highest] = [point, likeness]
  }
  return best
}
