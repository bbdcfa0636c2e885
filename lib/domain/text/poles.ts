import { matchesOf } from './matches'
import { isDenied, negations } from './polarity'

/** Words that stand for the two ends of one dimension; only such as are hardly used in another sense. */
export const dimensions: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\blinear(?:ly)?\b(?! (?:layer|proj|trans|map|reg|comb|model|interp))|线性(?!变换|层|投影|组合|映射|回归|插值|模型)|o\(n\)/g,
    /\bquadratic(?:ally)?\b|平方(?!根)|二次|o\(n2|n2\b/g,
  ],
  [
    /\b(?:grows?|growing|grew|increas\w+|rises?|rising|larger|bigger|higher|rais(?:es?|ing)|goes up)\b|增加|增大|变大|更大|升高|变高|更高|增长|上升|提高|放大/g,
    /\b(?:shrinks?|shrinking|shrunk|decreas\w+|reduc\w+|smaller|lower(?:s|ed|ing)?|fewer|falls?|falling|drops?|goes down)\b|减少|减小|降低|变小|更小|下降|变低|更低|缩小|缩减/g,
  ],
  [/\blonger\b|更长|变长/g, /\bshorter\b|更短|变短/g],
  [/\bcheap(?:er)?\b|便宜/g, /\b(?:expensive|costly)\b|昂贵/g],
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
    /\b(?:updated|trainable|unfrozen)\b|(?:会|都|也|一起|同时|继续|被)更新|可训练|参与训练/g,
  ],
  [/\bmaximi[sz]\w+\b|最大化/g, /\bminimi[sz]\w+\b|最小化/g],
  [/\boverfit\w*\b|过拟合/g, /\bunderfit\w*\b|欠拟合/g],
  [
    /\b(?:most|more) frequent(?:ly)?\b|高频|频率最高|最频繁/g,
    /\b(?:rare|rarest|least frequent|infrequent)\b|低频|罕见|频率最低/g,
  ],
  [/\bfirst[- ](?:order|moment)\b|一阶/g, /\bsecond[- ](?:order|moment)\b|二阶/g],
  [
    /\b(?:add(?:s|ed|ing)?|inject\w*|introduc\w+)\b|加入|引入|注入|添加|加上/g,
    /\b(?:remov\w+|delet\w+|eliminat\w+|subtract\w*)\b|去掉|删除|移除|去除|删掉|减去|剔除/g,
  ],
  [
    /\b(?:merg(?:es?|ed|ing)|combin(?:es?|ed|ing)|join(?:s|ed|ing)?)\b|合并|合成/g,
    /\b(?:prun(?:es?|ed|ing)|remov(?:es?|ed|ing)|discard\w*|throw\w* (?:out|away))\b|剪枝|删掉|删除|去掉|裁剪|剪掉|淘汰/g,
  ],
  [
    /\b(?:bottom[- ]up|from (?:single |individual )?(?:characters|bytes))\b|自底向上|从(?:单个)?(?:字符|字节)/g,
    /\b(?:top[- ]down|from (?:a )?(?:large|big|huge)\w*)\b|自顶向下|从一个?很?大/g,
  ],
  [/\b(?:penali[sz]\w+|punish\w*|discourag\w+)\b|惩罚|约束|抑制/g, /\bencourag\w+\b|鼓励/g],
  [
    /\b(?:turn(?:s|ed)? off|switch(?:es|ed)? off|disabled?|inactive)\b|关闭|关掉|不起作用/g,
    /\b(?:turn(?:s|ed)? on|switch(?:es|ed)? on|enabled?)\b|打开|开启|启用/g,
  ],
  [
    /\b(?:cancel(?:s|led|ed|ing)?|averag\w+ out|offset(?:s|ting)?)\b|抵消|相消/g,
    /\b(?:add(?:s|ing)? up|accumulat\w+|reinforc\w+|builds? up)\b|累加|累积|叠加|放大/g,
  ],
  [
    /\bhigh(?:er)? bias\b|偏差(?:很|较|更)?[大高]|高偏差/g,
    /\blow(?:er)? bias\b|偏差(?:很|较|更)?[小低]|低偏差/g,
  ],
  [/\b(?:positive)\b|正的/g, /\b(?:negative)\b|负的/g],
  [/\b(?:against|opposite)\b|反方向|负梯度|相反/g, /\b(?:along) (?:it|the gradient)\b|沿(?:着)?梯度|同方向/g],
  [
    /\b(?:simpler|too simple|too small)\b|太简单|过于简单|太小/g,
    /\b(?:complex|too complex|too big|too large)\b|太复杂|过于复杂|太大/g,
  ],
  [
    /\b(?:fixed|constant|static)\b|固定|恒定|静态/g,
    /\b(?:dynamic(?:ally)?|adaptive|changes|varies)\b|动态|自适应|变化/g,
  ],
  [/\bflat(?:ter)?\b|平坦/g, /\bsharp(?:er)?\b|尖锐/g],
  [/\bdivid\w+\b|\bdivision\b|除以|除掉/g, /\bmultipl\w+\b|乘以|乘上/g],
  [
    /\b(?:close to|closer to|near|stays? near)\b|靠近|接近|贴近|不偏离|拉住/g,
    /\b(?:away from|far from|drifts? (?:away|far))\b|远离|偏离/g,
  ],
  [/\bcontinuous\b|连续(?!编辑|学习|训练|动作)/g, /\bdiscrete\b|离散/g],
  [/\bonline\b|在线/g, /\boffline\b|离线/g],
  [/\blossless\b|无损/g, /\blossy\b|有损/g],
  [
    /\b(?:training time|during training|at training|while training)\b|训练(?:的?时候?|阶段|期间|过程中|中)/g,
    /\b(?:test time|inference time|at inference|at test|during inference)\b|(?:推理|测试|预测)(?:的?时候?|阶段|期间|中)/g,
  ],
]

/** Large and small, much and little: they say nothing by themselves and a great deal of what they are said of. */
export const amounts: readonly [RegExp, RegExp] = [
  /\b(?:high(?:er)?|large(?:r)?|big(?:ger)?|great(?:er)?|strong(?:er)?|many|long|amplif\w+|grow\w*|increas\w+|too much)\b|(?:很|更|较|太|越来?|也|都|变|调|比较|非常|偏|不断|增|放|最)(?:大|高|(?<!很)多|长|强)|(?:误差|方差|偏差|损失|值)(?:大|高)|增加|上升|放大|提高/g,
  /\b(?:low(?:er)?|small(?:er)?|little|weak(?:er)?|few(?:er)?|short(?:er)?|damp\w*|shrink\w*|decreas\w+|reduc\w+|toward zero)\b|(?:很|更|较|太|越来?|也|都|变|调|比较|非常|偏|不断|减|缩|最)(?:小|低|少|短|弱)|(?:误差|方差|偏差|损失|值)(?:小|低)|(?:小|少|低|短|弱)了|减少|下降|缩小|降低|抵消/g,
]

/** For each dimension the end that a text speaks of: neither, one, or both. */
export type Poles = readonly ('none' | 'first' | 'second' | 'both')[]

/** Reads which ends of each dimension a text asserts; what is denied stands for neither. */
export function polesOf(text: string): Poles {
  const found = negations(text)
  const asserts = (pattern: RegExp): boolean =>
    matchesOf(pattern, text).some(({ start }) => !isDenied(text, start, found, []))
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
