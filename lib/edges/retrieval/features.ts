import { normalise } from '@/lib/domain/text/formula'
import { words } from '@/lib/domain/text/segment'

/** Words that carry no content of their own and would only add noise to search. */
const stop = new Set(
  `a an the of to in on at by for with from into as is are was were be been being am it its this that these those and or not no so
  than then do does did doing done don doesn isn can could will would should may might must we our us you your they their them he his
  she her i my me what which who how why when where there here also if while because but like other another too same over each every
  some any all both one ones most more very just only about out up such much many has have had having get gets got go goes say said
  between via use uses using used let s t tell explain describe walk through
  的 了 和 与 或 是 在 有 对 把 被 为 也 都 就 而 及 等 中 上 下 里 后 前 个 这 那 其 它 他 她 它们 他们 我们 自己 你 我 会 能 可以 要 让 什么 如何
  怎么 怎样 怎么办 为什么 为何 哪 哪些 哪里 哪个 请 讲 讲讲 说 说说 来 去 到 从 给 用 以 之 于 吗 呢 吧 啊 做 还 又 才 很 不 没 没有 几 一 两 一个
  一些 一种 一下 时 时候 这个 那个 这些 那些 这样 之间 因为 所以 但 但是 如果 并 并且 而且 起 各自 是否 能否 还是 介绍 解释 谈谈`.split(
    /\s+/,
  ),
)

const suffix =
  /^([a-z]{4,}?)(?:i[sz]ations?|ations?|i[sz]ing|i[sz]ed|i[sz]er?|ing|ed|er|or|ly|ment|ness|al|ive|ion|ity|[ae]nce|able)$/
const shortSuffix = /^([a-z]{3,}?)(?:i[sz]ations?|i[sz]ing|i[sz]ed|i[sz]er?|ing|ed)$/

const withoutSuffix = (word: string): string => (suffix.exec(word) ?? shortSuffix.exec(word))?.[1] ?? word

/** A Latin word cut down to what its relatives share: quantise, quantized and quantization are one; no dictionary. */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  const singular = word.replace(/(?<=..)ies$/, 'y').replace(/(?<=^[a-z]pu|[^suia]|[^i]a)s$/, '')
  const cut = withoutSuffix(withoutSuffix(singular))
  if (cut.length < 4) return cut
  return cut
    .replace(/e$/, '')
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/y$/, 'i')
}

/** PagedAttention and LayerNorm, which people also write as two words. */
const compound = /\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/g

const withParts = (text: string): string =>
  text.replace(compound, (whole) => `${whole} ${whole.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`)

/** Words of a text: folded, stemmed, in order, stop words left out; a root sign is a word. */
const stems = (text: string): string[] =>
  words(normalise(text).replaceAll('√', ' sqrt '))
    .filter((word) => !stop.has(word))
    .map(stem)

/** Words of a text for the keyword index; a compound is followed by its parts. */
export const keywords = (text: string): string[] => stems(withParts(text))

export const isStopWord = (word: string): boolean => stop.has(word)

const piecesOf = (word: string, length: number): string[] =>
  Array.from({ length: Math.max(0, word.length - length + 1) }, (_, index) =>
    word.slice(index, index + length),
  )

/**
 * Features of a text for the embedding, with how often each occurs: words, pairs of Han characters (`~`), and
 * four-letter pieces of long Latin words (`#`), which keep a misspelt or unknown word near its neighbours.
 */
export function features(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + weight)
  }
  for (const word of stems(text)) {
    add(word, 1)
    if (/^\p{Script=Han}{3,}$/u.test(word)) for (const pair of piecesOf(word, 2)) add(`~${pair}`, 0.5)
    if (/^[a-z]{6,}$/.test(word)) for (const piece of piecesOf(word, 4)) add(`#${piece}`, 0.2)
  }
  return counts
}

/** Whether a feature is a whole word and not a piece of one. */
export const isWord = (feature: string): boolean => !/^[~#]/.test(feature)
