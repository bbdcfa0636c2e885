import { z } from 'zod'
import type { Language, Localized } from './language'
import type { Loop } from './loop'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case')
const localized = z.strictObject({ zh: text, en: text })

/** Every inner list is one idea, its members alternative wordings; all ideas must be hit for the cue to count. */
const cues = z.array(z.array(text).min(1)).min(1)

/** The front matter of a question file, as its author writes it. */
export const questionFrontMatter = z.strictObject({
  covers: z.array(z.string().regex(/^[a-z0-9-]+\/\d+$/, 'must look like "attention/01"')),
  alsoIn: z.array(slug).default([]),
  difficulty: z.int().min(1).max(5),
  question: localized,
  keyPoints: z
    .array(
      z.strictObject({ id: slug, weight: z.int().min(1).max(3), zh: text, en: text, cues, probe: localized }),
    )
    .min(3)
    .max(7),
  misconceptions: z
    .array(z.strictObject({ id: slug, zh: text, en: text, cues, correction: localized }))
    .min(2),
  deepDives: z
    .array(z.strictObject({ zh: text, en: text, expects: localized }))
    .min(1)
    .max(2),
  references: z.array(text).default([]),
})

export type QuestionFrontMatter = z.infer<typeof questionFrontMatter>

export type Cue = readonly (readonly string[])[]

/** One weighted claim that a good answer makes. `weight`: 3 must, 2 should, 1 nice. */
export interface KeyPoint {
  readonly id: string
  readonly weight: number
  readonly claim: Localized
  readonly cues: Cue
  readonly probe: Localized
}

/** A wrong claim that candidates really make. */
export interface Misconception {
  readonly id: string
  readonly claim: Localized
  readonly cues: Cue
  readonly correction: Localized
}

/** A follow-up beyond the rubric. */
export interface DeepDive {
  readonly prompt: Localized
  readonly expects: Localized
}

/** What an answer is measured against. */
export interface Rubric {
  readonly keyPoints: readonly KeyPoint[]
  readonly misconceptions: readonly Misconception[]
}

/** One entry of the handbook. */
export interface Question extends Rubric {
  /** `<topic>/<slug>`, stable for ever. */
  readonly id: string
  readonly topic: string
  readonly alsoIn: readonly string[]
  /** Ids of the outline that this question answers. */
  readonly covers: readonly string[]
  readonly difficulty: number
  readonly prompt: Localized
  readonly deepDives: readonly DeepDive[]
  readonly references: readonly string[]
  /** The reference answer, Markdown. */
  readonly answer: Localized
  /** SHA-256 of the file's text, hex: tells whether a question changed since it was asked. */
  readonly hash: string
}

export const topicsFile = z.strictObject({
  parts: z.array(
    z.strictObject({
      id: slug,
      title: localized,
      topics: z.array(
        z.strictObject({ id: slug, title: localized, description: localized, outline: z.int().min(0) }),
      ),
    }),
  ),
})

export interface Topic {
  readonly id: string
  readonly part: string
  readonly title: Localized
  readonly description: Localized
  /** How many ids of the outline this topic has. */
  readonly outline: number
}

export interface Part {
  readonly id: string
  readonly title: Localized
  readonly topics: readonly Topic[]
}

/** A pack that has been read and found whole. */
export interface Handbook {
  readonly parts: readonly Part[]
  readonly topics: ReadonlyMap<string, Topic>
  readonly questions: ReadonlyMap<string, Question>
  readonly loops: ReadonlyMap<string, Loop>
  /** SHA-256 over all files, hex. */
  readonly hash: string
}

/** The questions of a topic, those that only list it under `alsoIn` included, in file order. */
export const questionsOf = (handbook: Handbook, topic: string): Question[] =>
  [...handbook.questions.values()].filter((q) => q.topic === topic || q.alsoIn.includes(topic))

export const inLanguage = (text: Localized, language: Language): string => text[language]
