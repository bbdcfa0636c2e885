/** Verified citations `[1]` as Markdown links to the passages below the answer. */
export const linkCitations = (text: string): string =>
  text.replace(/\[(\d{1,2})\](?!\()/g, (_, number: string) => `[\\[${number}\\]](#passage-${number})`)
