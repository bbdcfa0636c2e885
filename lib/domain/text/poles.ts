import { isDenied, negations } from './polarity'

/** Words that stand for the two ends of one dimension; only such as are hardly used in another sense. */
const dimensions: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\blinear(?:ly)?\b(?! (?:layer|proj|trans|map|reg|comb|model|interp))|线性(?!变换|层|投影|组合|映射|回归|插值|模型)|o\(n\)/g,
    /\bquadratic(?:ally)?\b|平方(?!根)|二次|o\(n2|n2\b/g,
  ],
  [
    /\b(?:grows?|growing|increas\w+|rises?|larger|bigger|higher)\b|增加|增大|变大|更大|升高|变高|更高|增长/g,
    /\b(?:shrinks?|shrunk|decreas\w+|reduc\w+|smaller|lower(?:s|ed)?|fewer)\b|减少|减小|降低|变小|更小|下降|变低|更低|缩小/g,
  ],
  [/\b(?:faster|quicker|speeds? up)\b|更快|加速|变快|加快/g, /\b(?:slower|slows?)\b|更慢|变慢|减速|减慢/g],
  [/\b(?:row|rows|row-wise)\b|按行|每一?行/g, /\b(?:column|columns|column-wise)\b|按列|每一?列/g],
  [/\b(?:previous|preceding)\b|上一(?:步|时刻|个)|前一(?:步|时刻|个)/g, /\bcurrent\b|当前|当下/g],
  [/\bexact(?:ly)?\b|精确/g, /\bapproximat\w+\b|近似/g],
  [
    /\b(?:in parallel|parallel\w*)\b|并行/g,
    /\b(?:sequential(?:ly)?|serial(?:ly)?|one (?:after|by) (?:another|one)|step by step)\b|串行|逐个|依次|一个接一个|一个词?一个词?地/g,
  ],
  [
    /\b(?:compute|arithmetic)[- ]bound\b|(?:计算|算力)(?:瓶颈|受限|密集)/g,
    /\b(?:memory|bandwidth|io)[- ]bound\b|(?:访存|带宽|内存|显存)(?:瓶颈|受限|密集)/g,
  ],
  [/\bunbiased\b|无偏/g, /\bbiased\b|有偏/g],
  [
    /\bhigh(?:er)? variance\b|方差(?:很|较|更|也|非常|比较)?[大高]/g,
    /\blow(?:er)? variance\b|方差(?:很|较|更|也|非常|比较)?[小低]/g,
  ],
  [
    /\b(?:frozen|freez\w+|froze)\b|冻结/g,
    /\b(?:updated|trainable|fine-?tuned|unfrozen)\b|更新|可训练|参与训练/g,
  ],
  [/\bmaximi[sz]\w+\b|最大化/g, /\bminimi[sz]\w+\b|最小化/g],
  [/\boverfit\w*\b|过拟合/g, /\bunderfit\w*\b|欠拟合/g],
  [
    /\b(?:most|more) frequent(?:ly)?\b|高频|频率最高|最频繁/g,
    /\b(?:rare|rarest|least frequent|infrequent)\b|低频|罕见|频率最低/g,
  ],
  [/\bfirst[- ](?:order|moment)\b|一阶/g, /\bsecond[- ](?:order|moment)\b|二阶/g],
  [/\bflat(?:ter)?\b|平坦/g, /\bsharp(?:er)?\b|尖锐/g],
  [/\blossless\b|无损/g, /\blossy\b|有损/g],
  [
    /\b(?:training time|during training|at training|while training)\b|训练(?:时|阶段|期间|过程中)/g,
    /\b(?:test time|inference time|at inference|at test|during inference)\b|(?:推理|测试|预测)(?:时|阶段)/g,
  ],
]

/** For each dimension the end that a text speaks of: neither, one, or both. */
export type Poles = readonly ('none' | 'first' | 'second' | 'both')[]

/** Reads which ends of each dimension a text asserts; what is denied stands for neither. */
export function polesOf(text: string): Poles {
  const found = negations(text)
  const asserts = (pattern: RegExp): boolean =>
    [...text.matchAll(pattern)].some((match) => !isDenied(text, match.index, found, []))
  return dimensions.map(([first, second]) => {
    const [a, b] = [asserts(first), asserts(second)]
    return a && b ? 'both' : a ? 'first' : b ? 'second' : 'none'
  })
}

/** Dimensions of which one text asserts one end and the other text the other end. */
export const oppositions = (a: Poles, b: Poles): number[] =>
  a.flatMap((pole, d) =>
    (pole === 'first' && b[d] === 'second') || (pole === 'second' && b[d] === 'first') ? [d] : [],
  )
