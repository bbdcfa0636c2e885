import { cosine } from '../grading/evidence'
import { ideasOf } from '../grading/cues'
import type { Cue, KeyPoint } from '../handbook/question'
import { normalise } from '../text/formula'
import { words } from '../text/segment'

/**
 * Whether words of the interviewer give a key point away: every idea of its cue stands somewhere in them, asserted,
 * denied or asked. It is stricter than the grader, which wants the ideas asserted close together.
 */
export function leaks(words: string, point: Pick<KeyPoint, 'cues'>): boolean {
  const text = normalise(words)
  return point.cues.length > 0 && ideasOf(point.cues).every((idea) => idea(text).length > 0)
}

/** The words, or the substitute where they give the key point away. */
export const guarded = (words: string, point: Pick<KeyPoint, 'cues'>, substitute: string): string =>
  leaks(words, point) ? substitute : words

/** Something that the interviewer must not say yet. */
export interface Secret {
  readonly cues: Cue
  /** The same in plain words, in both languages. */
  readonly texts: readonly string[]
}

/**
 * Cosine from which a sentence says what a secret says. Of the authored probes, which ask for a key point without
 * containing it, 97 % lie below it; of the key points in their other language, 88 % lie above.
 */
const sameMeaning = 0.72

/** A run of so many words in common is copied, not chance. */
const copiedRun = 8

/** Every run of `copiedRun` words of a text. */
function runsOf(text: string): ReadonlySet<string> {
  const all = words(normalise(text))
  return new Set(all.slice(copiedRun - 1).map((_, i) => all.slice(i, i + copiedRun).join(' ')))
}

/**
 * A guard over words of the interviewer.
 * @param copied long texts, such as the reference answer, of which no run of words may be repeated
 * @param embed a text as a vector of unit length; without it meaning is not looked at
 * @returns whether the words may not be said
 */
export function leakGuard(
  secrets: readonly Secret[],
  copied: readonly string[],
  embed?: (text: string) => Float32Array,
): (words: string) => boolean {
  const runs = new Set(
    [...copied, ...secrets.flatMap(({ texts }) => texts)].flatMap((text) => [...runsOf(text)]),
  )
  const vectors = secrets.flatMap(({ texts }) => (embed ? texts.map(embed) : []))
  return (said) => {
    if (secrets.some((secret) => leaks(said, secret))) return true
    if ([...runsOf(said)].some((run) => runs.has(run))) return true
    const vector = embed?.(said)
    return vector !== undefined && vectors.some((secret) => cosine(secret, vector) >= sameMeaning)
  }
}
