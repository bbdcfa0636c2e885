import { stringify } from 'yaml'
import { detectLanguage, type Language, type Localized } from '../language'
import { isOneLanguage, type PackQuestion } from './pack-question'

/** A heading of the format that stands inside a text, made one that only looks the same. */
const asText = (answer: string): string => answer.replace(/^## (?=(?:中文|English)[ \t]*$)/gm, '##  ')

/** A text in the languages that it has: one that is the same in both was written once. */
function written(own: Localized, language: Language): Partial<Localized> {
  return own.zh === own.en ? { [language]: own[language] } : own
}

/** A question as a file of the handbook's own format, which reads back as the same question. */
export function printQuestion(question: PackQuestion): string {
  const { difficulty, prompt, answer, keyPoints, misconceptions, deepDives, references } = question
  const language = detectLanguage(`${prompt.zh}\n${answer.zh}`) ?? 'en'
  const own = (one: Localized): Partial<Localized> => written(one, language)
  const front = {
    difficulty,
    question: own(prompt),
    ...(keyPoints.length > 0 && {
      keyPoints: keyPoints.map(({ id, weight, claim, cues, probe }) => ({
        ...{ id, weight, ...own(claim), cues },
        ...(probe.zh !== '' && { probe: own(probe) }),
      })),
    }),
    ...(misconceptions.length > 0 && {
      misconceptions: misconceptions.map(({ id, claim, cues, correction }) => ({
        ...{ id, ...own(claim), cues, correction: own(correction) },
      })),
    }),
    ...(deepDives.length > 0 && {
      deepDives: deepDives.map((dive) => ({ ...own(dive.prompt), expects: own(dive.expects) })),
    }),
    ...(references.length > 0 && { references }),
  }
  const body =
    isOneLanguage(question) || answer.zh === answer.en
      ? `## ${language === 'zh' ? '中文' : 'English'}\n${asText(answer[language])}`
      : `## 中文\n${asText(answer.zh)}\n## English\n${asText(answer.en)}`
  return `---\n${stringify(front, { lineWidth: 0 })}---\n${body}\n`
}
