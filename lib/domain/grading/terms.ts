import { normalise } from '../text/formula'
import { remember } from '../text/remember'
import { words } from '../text/segment'

/** Words that carry no content of their own, in both languages. */
const stop = new Set(
  `a an the of to in on at by for with from as is are was were be been being it its this that these those and or not no so than then
  do does did done has have had can could will would should may might must we you they he she i what which who how why when where
  there here also only just very more most less some any each every all both into over under between about because if while but
  的 了 和 与 或 是 在 有 对 把 被 为 也 都 就 而 及 等 中 上 下 个 一 一个 这 那 其 它 我们 你 我 会 能 可以 要 让 使 从 到 以 于 用 来 所 之 并 且 则 如果 因为 所以 但 什么 如何 怎么 为什么 哪些 请 讲 说`.split(
    /\s+/,
  ),
)

/** A Latin word without its plain inflection, enough to see that two are the same. */
const stem = (word: string): string =>
  /^[a-z]{5,}$/.test(word)
    ? word.replace(/(?:ization|isation|ing|edly|ed|es|ly|s)$/, '').replace(/e$/, '')
    : word

/** Content words of a text, stemmed, each once. */
export const terms: (text: string) => ReadonlySet<string> = remember(
  (text) =>
    new Set(
      words(normalise(text))
        .filter((word) => !stop.has(word))
        .map(stem),
    ),
  (text) => text,
  4_000,
)
