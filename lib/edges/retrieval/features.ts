/** Words that carry no content of their own and would only add noise to search. */
const stop = new Set(
  `a an the of to in on at by for with from as is are was were be been it its this that these those and or not no so than then do does
  did can could will would should may might must we you they i what which who how why when where there here also
  的 了 和 与 或 是 在 有 对 把 被 为 也 都 就 而 及 等 中 个 这 那 其 它 我们 你 我 会 能 可以 要 让 什么 如何 怎么 为什么 哪些 请 讲讲 说说`.split(
    /\s+/,
  ),
)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A Latin word without its plain inflection. */
const stem = (word: string): string =>
  /^[a-z]{5,}$/.test(word)
    ? word.replace(/(?:ization|isation|ing|edly|ed|es|ly|s)$/, '').replace(/e$/, '')
    : word

/** Words of a text for the keyword index: folded, stemmed, in order, stop words left out. */
export const keywords = (text: string): string[] =>
  [...segmenter.segment(text.normalize('NFKC').toLowerCase())]
    .filter((part) => part.isWordLike && !stop.has(part.segment))
    .map((part) => stem(part.segment))

const pairsOf = (word: string, length: number): string[] =>
  Array.from({ length: Math.max(0, word.length - length + 1) }, (_, index) =>
    word.slice(index, index + length),
  )

/**
 * Features of a text for the embedding, with how often each occurs: words, pairs of Han characters, and four-letter
 * pieces of long Latin words, which keep a misspelt or unknown word near its neighbours.
 */
export function features(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + weight)
  }
  for (const word of keywords(text)) {
    add(word, 1)
    if (/^\p{Script=Han}{2,}$/u.test(word))
      for (const pair of pairsOf(word, 2)) if (pair !== word) add(`~${pair}`, 0.5)
    if (/^[a-z]{6,}$/.test(word)) for (const piece of pairsOf(word, 4)) add(`#${piece}`, 0.2)
  }
  return counts
}
