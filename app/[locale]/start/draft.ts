import type { Language } from '@/lib/domain/handbook/language'
import type { Manner, Settings } from '@/lib/domain/interview/settings'

/** The settings as they stand in the form: both lengths are kept, so that switching between them loses nothing. */
export interface Draft {
  readonly topics: readonly string[]
  readonly lengthBy: 'questions' | 'minutes'
  readonly questions: number
  readonly minutes: number
  readonly difficulty: Settings['difficulty']
  readonly mode: Settings['mode']
  readonly manner: Manner
  readonly language: Language
}

export const questionChoices = [3, 5, 8, 12, 20] as const
export const minuteChoices = [10, 20, 30, 45, 60] as const
export const difficultyChoices = ['adaptive', 1, 2, 3, 4, 5] as const
export const modeChoices = ['mock', 'practice'] as const satisfies readonly Settings['mode'][]
export const mannerChoices = ['friendly', 'neutral', 'demanding'] as const satisfies readonly Manner[]
export const languageChoices = ['zh', 'en'] as const satisfies readonly Language[]

interface Offer {
  /** Ids of the topics that have questions. */
  readonly topics: readonly string[]
  /** Language of the page. */
  readonly language: Language
}

/** The usual settings: everything there is, five questions, at a difficulty that follows the candidate. */
export const usual = ({ topics, language }: Offer): Draft => ({
  ...{ topics, language },
  lengthBy: 'questions',
  questions: 5,
  minutes: 20,
  difficulty: 'adaptive',
  mode: 'mock',
  manner: 'neutral',
})

/** What is kept of a draft for the next time: its choices, and the language only where it is not the page's own. */
export function keep(draft: Draft, offer: Offer): string {
  const everything = offer.topics.every((topic) => draft.topics.includes(topic))
  return JSON.stringify({
    ...draft,
    topics: everything ? undefined : draft.topics,
    language: draft.language === offer.language ? undefined : draft.language,
  })
}

const oneOf = <Value>(choices: readonly Value[], value: unknown, otherwise: Value): Value =>
  choices.find((choice) => choice === value) ?? otherwise

function parse(kept: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/**
 * The draft of last time, or the usual one. What was kept may be old or damaged: every value that is not on offer
 * any more is replaced by the usual one.
 */
export function restore(kept: string | null, offer: Offer): Draft {
  const ordinary = usual(offer)
  if (kept === null) return ordinary
  const value = parse(kept)
  const wanted = Array.isArray(value['topics']) ? value['topics'] : []
  const topics = offer.topics.filter((topic) => wanted.includes(topic))
  return {
    topics: topics.length > 0 ? topics : ordinary.topics,
    lengthBy: oneOf(['questions', 'minutes'], value['lengthBy'], ordinary.lengthBy),
    questions: oneOf<number>(questionChoices, value['questions'], ordinary.questions),
    minutes: oneOf<number>(minuteChoices, value['minutes'], ordinary.minutes),
    difficulty: oneOf<Settings['difficulty']>(difficultyChoices, value['difficulty'], ordinary.difficulty),
    mode: oneOf(modeChoices, value['mode'], ordinary.mode),
    manner: oneOf(mannerChoices, value['manner'], ordinary.manner),
    language: oneOf(languageChoices, value['language'], ordinary.language),
  }
}

/** The body of `POST /api/interviews`. */
export const requestOf = ({ topics, lengthBy, questions, minutes, ...rest }: Draft): Settings => ({
  ...rest,
  topics: [...topics],
  ...(lengthBy === 'questions' ? { questions } : { minutes }),
})
