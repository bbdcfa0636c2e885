/** The most characters that the API takes (`maxAnswerLength` of its schema), code points. */
export const longestAnswer = 20_000

/** Answers from this length on are shown with what room is left, characters. */
const nearlyFull = 18_000

export interface AnswerSize {
  /** Words of scripts with spaces plus characters of Chinese, which has none. */
  readonly words: number
  readonly characters: number
  readonly room: 'ample' | 'little' | 'none'
}

/** How long an answer is, as its writer counts. */
export function answerSize(text: string): AnswerSize {
  const characters = [...text].length
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const spaced = text.match(
    /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu,
  )
  const room = characters > longestAnswer ? 'none' : characters >= nearlyFull ? 'little' : 'ample'
  return { words: han + (spaced?.length ?? 0), characters, room }
}
