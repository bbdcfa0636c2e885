import type { KeyPoint, Misconception } from '../handbook/question'
import type { GradedQuestion } from './grade'

const nothing = { zh: '', en: '' }
const point = (id: string, weight: number, zh: string, en: string, ...cues: string[]): KeyPoint => ({
  id,
  weight,
  claim: { zh, en },
  cues: cues.map((wordings) => wordings.split(', ')),
  probe: nothing,
})
const wrong = (id: string, zh: string, en: string, ...cues: string[]): Misconception => ({
  id,
  claim: { zh, en },
  cues: cues.map((wordings) => wordings.split(', ')),
  correction: nothing,
})

/** A small rubric on low-rank adaptation, for tests. */
export const lora: GradedQuestion = {
  prompt: 'How does LoRA fine-tune a large model?',
  reference: 'The pretrained weights stay frozen and a low-rank product BA is added to them.',
  keyPoints: [
    point(
      'frozen-base',
      3,
      '预训练权重保持冻结，训练时不更新',
      'The pretrained weights stay frozen during training',
      "冻结, 不更新, 固定, 不动, freeze, frozen, froze, fixed, not updated, doesn't change, untouched",
      '预训练, 原始权重, 原模型, 基座, pretrained, base model, original weights, backbone',
    ),
    point(
      'low-rank',
      3,
      '更新量是两个低秩矩阵的乘积',
      'The update is a product of two low-rank matrices',
      '低秩, low-rank, low rank, small rank, rank r',
      '乘积, 两个矩阵, 两个小矩阵, 相乘, product, two matrices, two small matrices, ba, a and b',
    ),
    point(
      'no-latency',
      2,
      '推理时合并进原权重，不增加延迟',
      'Merged into the weights at inference, it adds no latency',
      '合并, 并回, merge, merged, folded, fold',
      '不增加, 无额外, 没有额外, 零开销, no extra, no additional, no overhead, same speed, no slower, without adding',
    ),
    point(
      'b-zero',
      2,
      'B 初始化为零，训练从预训练模型开始',
      'B starts at zero, so that training starts from the pretrained model',
      'b 初始化为零, b 初始化为 0, b 是零, b 全零, b is zero, b at zero, b starts at zero, b with zeros, b to zero, zero-initialised b',
    ),
  ],
  misconceptions: [
    wrong(
      'compresses',
      '以为 LoRA 压缩了预训练权重',
      'Believes that LoRA compresses the pretrained weights',
      '压缩, 变小, compress, shrink',
      '预训练, 原始权重, 原模型, 基座, pretrained, base model, original weights',
    ),
    wrong(
      'trains-base',
      '以为训练时预训练权重也更新',
      'Believes that the pretrained weights are updated during training',
      '都更新, 一起更新, 一起训练, also updated, are updated, is updated, updates the, trains the whole',
      '预训练, 原始权重, 原模型, 基座, pretrained, base model, original weights, whole model',
    ),
    wrong(
      'adds-latency',
      '以为合并后推理变慢',
      'Believes that inference is slower after merging',
      '更慢, 变慢, 增加延迟, slower, adds latency, extra latency',
      '推理, 合并, inference, merged, merging',
    ),
  ],
}

/** A small rubric on scaled dot products, for tests. */
export const scaling: GradedQuestion = {
  prompt: 'Why are dot products scaled in attention, and what does self-attention cost?',
  reference: 'Scores are divided by the square root of d_k; self-attention is quadratic in length.',
  keyPoints: [
    point(
      'divide',
      3,
      '打分除以 $\\sqrt{d_k}$',
      'Scores are divided by $\\sqrt{d_k}$',
      '√d_k, sqrt(d_k), 根号 d_k, square root of d k, root d k, d_k 的平方根, square root of the key dimension',
      '除以, 除, divide, divided, over, scale, scaled, 缩放',
    ),
    point(
      'saturation',
      2,
      '否则方差随维度变大，softmax 饱和',
      'Otherwise the variance grows with the dimension and the softmax saturates',
      '饱和, 太大, 过大, saturate, saturates, too large, blow up, peaky',
      '方差, 梯度, softmax, variance, gradient',
    ),
    point(
      'quadratic',
      3,
      'self-attention 的代价随长度平方增长',
      'The cost of self-attention grows quadratically with the length',
      '平方, 二次, O(n^2), n squared, quadratic, quadratically',
      '代价, 复杂度, 长度, 开销, cost, complexity, length, time, memory',
    ),
    point(
      'row-softmax',
      2,
      '对每一行做 softmax，每个 query 的权重和为一',
      'The softmax runs over each row, so that the weights of a query sum to one',
      'softmax, 归一化, normalise, normalize',
      '每一行, 每行, 按行, each row, row by row, row-wise, over the keys',
    ),
  ],
  misconceptions: [
    wrong(
      'multiplies',
      '以为是乘以根号 d_k',
      'Believes that scores are multiplied by the root of d_k',
      '乘以, 乘上, multiply, multiplied',
      '√d_k, sqrt(d_k), 根号 d_k, square root of d k, root d k',
    ),
  ],
}

/** A small rubric that compares two siblings, for tests. */
export const norms: GradedQuestion = {
  prompt: 'What is layer-norm and how does it differ from batch-norm?',
  reference:
    'Layer-norm normalises over the features of one example, batch-norm over the examples of a batch.',
  keyPoints: [
    point(
      'over-features',
      3,
      'layer-norm 在单个样本的特征维上归一化',
      'Layer-norm normalises over the features of a single example',
      '特征, features, feature dimension, hidden dimension, channels',
      '归一化, 均值, 标准化, normalise, normalize, mean, statistics',
    ),
    point(
      'over-batch',
      3,
      'batch-norm 在一个批次的样本之间统计',
      'Batch-norm takes its statistics over the examples of a batch',
      '样本之间, 批次, 一个 batch, across the batch, over the batch, of a batch, examples',
      '均值, 统计, 归一化, mean, statistics, normalise, normalize',
    ),
    point(
      'running',
      2,
      'batch-norm 在推理时用滑动平均',
      'Batch-norm uses running averages at inference',
      '滑动平均, 移动平均, running averages, running mean, moving average, running statistics',
      '推理, 测试时, inference, test time, evaluation',
    ),
  ],
  misconceptions: [],
}
