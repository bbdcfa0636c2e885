/** The two languages that every text of the handbook and of the interface exists in. */
export const languages = ['zh', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in both languages. */
export type Localized = Readonly<Record<Language, string>>

export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

/** Guesses the language of free text by the share of Han characters; `undefined` when it has no letters at all. */
export function detectLanguage(text: string): Language | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  if (han + latin === 0) return undefined
  return han >= latin * 0.5 ? 'zh' : 'en'
}
