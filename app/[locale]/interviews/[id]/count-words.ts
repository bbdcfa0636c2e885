/** Longest answer that the server takes, characters. */
export const longestAnswer = 20_000

/** Words as an editor counts them: each Han character is one, and so is each run of other letters and digits. */
export const countWords = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{L}\p{N}][^\s\p{Script=Han}，。；：、！？]*/gu)?.length ?? 0
