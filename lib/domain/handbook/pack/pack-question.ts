import type { Language, Localized } from '../language'
import type { Question } from '../question'

/** A question of a pack, before the pack has an id: `slug` is what is unique within the pack. */
export interface PackQuestion extends Omit<Question, 'id' | 'topic' | 'alsoIn' | 'covers'> {
  readonly slug: string
}

/** Where a question stood, for problems that two questions make together. */
export interface Found {
  readonly question: Omit<PackQuestion, 'slug' | 'hash'>
  /** The id that its author gave it, and what is tried next; without one it is numbered. */
  readonly names: readonly string[]
  readonly place: { readonly file: string; readonly line?: number; readonly field: string }
}

/** A text in both languages, the missing one standing in for the other. */
export const everywhere = (text: string): Localized => ({ zh: text, en: text })

/** Written in one language only: what is there stands in for the other. */
export const isOneLanguage = ({ prompt, answer }: Pick<Question, 'prompt' | 'answer'>): boolean =>
  prompt.zh === prompt.en && answer.zh === answer.en

/** A text in the languages that it is given in; `undefined` when it is in none. */
export function localizedOf(texts: Readonly<Partial<Record<Language, string>>>): Localized | undefined {
  const zh = texts.zh?.trim() || undefined
  const en = texts.en?.trim() || undefined
  const [first, second] = [zh ?? en, en ?? zh]
  return first !== undefined && second !== undefined ? { zh: first, en: second } : undefined
}

/** All that a question says, in one order, for its hash. */
export const contentOf = (question: Found['question']): string => {
  const { difficulty, prompt, answer, keyPoints, misconceptions, deepDives, references } = question
  return JSON.stringify([difficulty, prompt, answer, keyPoints, misconceptions, deepDives, references])
}
