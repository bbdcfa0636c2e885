import { MarkdownTextSplitter } from '@langchain/textsplitters'
import type { Language } from '@/lib/domain/handbook/language'
import { languages } from '@/lib/domain/handbook/language'
import type { Handbook, Question } from '@/lib/domain/handbook/question'

/** One piece of an answer, small enough to show and to embed. */
export interface Passage {
  readonly questionId: string
  readonly language: Language
  /** Markdown. */
  readonly text: string
  /** What is indexed besides the text: the question, and for the first passage what a good answer says. */
  readonly context: string
}

/** Longest passage, characters: about a paragraph; Chinese says in one what English says in two and a half. */
const longest: Record<Language, number> = { zh: 320, en: 800 }

const splitters = {
  zh: new MarkdownTextSplitter({ chunkSize: longest.zh, chunkOverlap: 0, keepSeparator: true }),
  en: new MarkdownTextSplitter({ chunkSize: longest.en, chunkOverlap: 0, keepSeparator: true }),
}

/** Puts pieces together again that a cut left inside a formula or a code block. */
function mend(pieces: readonly string[]): string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1) ?? ''
    const open = (last.match(/\$\$/g)?.length ?? 0) % 2 === 1 || (last.match(/```/g)?.length ?? 0) % 2 === 1
    if (open) whole[whole.length - 1] = `${last}\n${piece}`
    else whole.push(piece)
  }
  return whole
}

async function passagesOf(question: Question, language: Language): Promise<Passage[]> {
  const pieces = mend(await splitters[language].splitText(question.answer[language]))
  const claims = question.keyPoints.map((point) => point.claim[language]).join('\n')
  const prompt = question.prompt[language]
  return pieces.map((text, index) => ({
    questionId: question.id,
    language,
    text,
    context: index === 0 ? `${prompt}\n${claims}` : prompt,
  }))
}

/** Every answer of the handbook in both languages, cut into passages. */
export async function splitHandbook(handbook: Handbook): Promise<Passage[]> {
  const all = [...handbook.questions.values()].flatMap((question) =>
    languages.map((language) => passagesOf(question, language)),
  )
  return (await Promise.all(all)).flat()
}

/** Texts that say the same in both languages, side by side: what the built-in embeddings are fitted on. */
export function alignedTexts(handbook: Handbook): string[] {
  const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh}\n${en}`
  return [...handbook.questions.values()].flatMap((question) => [
    both(question.prompt),
    both(question.answer),
    ...question.keyPoints.flatMap((point) => [
      `${both(point.claim)}\n${point.cues.flat().join('\n')}`,
      both(point.probe),
    ]),
    ...question.misconceptions.flatMap((m) => [both(m.claim), both(m.correction)]),
    ...question.deepDives.map((dive) => `${both(dive.prompt)}\n${both(dive.expects)}`),
  ])
}
