export interface Cited {
  readonly text: string
  /** Numbers of the passages that the text cites, each once, in order of first mention. */
  readonly cited: readonly number[]
}

/** `[1]`, `[1, 2]`, `【1】` and `［1］`, as models write them; not what begins a link. */
const citation = /\s?[[【［]\s*(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\s*[\]】］](?!\()/g

/**
 * Keeps of a text's citations those that name one of the given passages, as `[1][2]`; the others are dropped, so that
 * nothing looks proven that is not.
 * @param count how many passages were given; they are numbered from 1
 */
export function verifyCitations(text: string, count: number): Cited {
  const cited = new Set<number>()
  const kept = text.replace(citation, (whole, list: string) => {
    const numbers = list
      .split(/[,，、]/)
      .map(Number)
      .filter((number) => number >= 1 && number <= count)
    for (const number of numbers) cited.add(number)
    const space = /^\s/.test(whole) && numbers.length > 0 ? ' ' : ''
    return space + numbers.map((number) => `[${number}]`).join('')
  })
  return { text: kept.trim(), cited: [...cited] }
}
