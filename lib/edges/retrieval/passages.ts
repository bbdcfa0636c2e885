import { MarkdownTextSplitter } from '@langchain/textsplitters'
import { detectLanguage, languages, type Language } from '@/lib/domain/handbook/language'
import { isOneLanguage } from '@/lib/domain/handbook/pack/pack-question'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import { breather } from '@/lib/conduct/breathe'

/** One piece of an answer, small enough to show and to embed. */
export interface Passage {
  readonly questionId: string
  readonly language: Language
  /** What is shown: Markdown, verbatim from the answer. */
  readonly text: string
}

/** A passage with what it is found by. */
export interface IndexedPassage extends Passage {
  /** What is searched: the text with its question, or the question with all that a good answer claims. */
  readonly indexed: string
  /** Further wordings of the same, counted for less. */
  readonly wordings: string
}

/** Longest passage, characters: about a paragraph; Chinese says in one what English says in two and a half. */
const longest: Record<Language, number> = { zh: 320, en: 800 }

const splitter = (language: Language): MarkdownTextSplitter =>
  new MarkdownTextSplitter({ chunkSize: longest[language], chunkOverlap: 0, keepSeparator: true })

/** What is never cut: code, formulas and tables. */
const whole =
  /```[\s\S]*?(?:```|(?![\s\S]))|\$\$[\s\S]*?\$\$|`[^`\n]+`|(?<!\\)\$[^$\n]+(?<!\\)\$|^\|.*(?:\n\|.*)*/gm

/** A letter for private use, which no separator of the splitter matches. */
const mask = '\uE000'

interface Span {
  start: number
  end: number
}

/** Where the splitter's pieces stand in the text that it was given; it only cuts and trims. */
function locate(text: string, pieces: readonly string[]): Span[] {
  let from = 0
  return pieces.map((piece) => {
    const start = text.indexOf(piece, from)
    if (start < 0) throw new Error(`The splitter changed an answer: ${JSON.stringify(piece.slice(0, 80))}`)
    from = start + piece.length
    return { start, end: from }
  })
}

/** A heading, or a line of nothing but bold words that serves as one, at the end of a passage. */
const danglingHeading = /\n[ \t]*(?:#{1,6}[ \t][^\n]*|\*\*[^*\n]+\*\*[:：]?)\s*$/

/** Moves a heading at the end of a passage to what it heads. */
function withHeadings(answer: string, spans: readonly Span[]): Span[] {
  const moved = spans.map(({ start, end }) => ({ start, end }))
  for (const [index, span] of moved.entries()) {
    const next = moved[index + 1]
    const at = answer.slice(span.start, span.end).search(danglingHeading)
    if (!next || at <= 0) continue
    span.end = span.start + at
    next.start = span.end + (/^\s*/.exec(answer.slice(span.end))?.[0].length ?? 0)
  }
  return moved
}

/** One answer cut into passages by heading and paragraph; formulas, code and tables stay whole. */
export async function splitAnswer(answer: string, language: Language): Promise<string[]> {
  const blocks = [...answer.matchAll(whole)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }))
  const masked = answer.replace(whole, (block) => mask.repeat(block.length))
  const spans: Span[] = []
  for (const span of locate(masked, await splitter(language).splitText(masked))) {
    const last = spans.at(-1)
    const isCut = blocks.some(({ start, end }) => start < span.start && span.start < end)
    if (last && isCut) last.end = span.end
    else spans.push(span)
  }
  return withHeadings(answer, spans).map(({ start, end }) => answer.slice(start, end).trimEnd())
}

/** All that the rubric says in one language: a paraphrase is likelier to hit a claim than the answer's own prose. */
function rubricText({ prompt, keyPoints, misconceptions }: Question, language: Language): string {
  const claims = keyPoints.map((point) => point.claim[language])
  const corrections = misconceptions.flatMap((m) => [m.claim[language], m.correction[language]])
  return [prompt[language], ...claims, ...corrections].join('\n')
}

async function passagesOf(question: Question, language: Language): Promise<IndexedPassage[]> {
  const about = { questionId: question.id, language }
  const prompt = question.prompt[language]
  const texts = await splitAnswer(question.answer[language], language)
  const split = texts.map((text): IndexedPassage => ({
    ...about,
    text,
    indexed: `${prompt}\n${text}`,
    wordings: '',
  }))
  if (question.keyPoints.length === 0) return split
  const wordings = question.keyPoints
    .flatMap((point) => point.cues.flat())
    .filter((wording) => /\p{Script=Han}/u.test(wording) === (language === 'zh'))
    .join('\n')
  return [{ ...about, text: texts[0] ?? prompt, indexed: rubricText(question, language), wordings }, ...split]
}

/** The languages that a question is written in: one of a pack may have only one, which then stands for both. */
const languagesOf = (question: Question): readonly Language[] =>
  isOneLanguage(question) ? [detectLanguage(question.answer.en) ?? 'en'] : languages

/** Every answer of the handbook in its languages, cut into passages. */
export async function splitHandbook(
  handbook: Pick<Handbook, 'questions'>,
  onProgress: (done: number) => void = () => undefined,
): Promise<IndexedPassage[]> {
  const rest = breather()
  const passages: IndexedPassage[] = []
  let done = 0
  for (const question of handbook.questions.values()) {
    for (const language of languagesOf(question)) passages.push(...(await passagesOf(question, language)))
    onProgress(++done)
    await rest()
  }
  return passages
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
