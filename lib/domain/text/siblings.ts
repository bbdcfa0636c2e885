/**
 * Things that stand side by side in machine learning and are easily taken for one another; what is true of one is
 * hardly ever true of its sibling in the same words. Patterns are over normalised text.
 */
export const siblings: readonly (readonly RegExp[])[] = [
  [
    /\bquer(?:y|ies)\b|查询(?!语句)/g,
    /\bkeys?\b(?! (?:point|idea|word|difference))|(?<!关)键(?!词)/g,
    /\bvalues?\b(?! of\b)|(?<![数特返取])值向量|\bv向量/g,
  ],
  [/\bencoders?\b|编码器/g, /\bdecoders?\b|解码器/g],
  [
    /\btrain(?:ing)?\b(?=.{0,8}\b(?:set|data|error|loss|accuracy|time|score|performance|curve)\b)|训练(?:集|误差|损失|数据|准确率|时|阶段)/g,
    /\b(?:test|validation|held-out|inference|serving|dev)\b|(?:测试|验证|推理)(?:集|误差|损失|数据|准确率|时|阶段)?/g,
  ],
  [/\bfirst moment\b|一阶矩|\bm(?:t)?\b(?!层)/g, /\bsecond moment\b|二阶矩|\bv(?:t)?\b/g],
  [
    /\bmini-?\s?batch(?:es)?\b|小批量/g,
    /\b(?:full[- ]batch|(?<!mini-?\s?)batch gradient descent|bgd)\b|(?<!小)批量梯度下降|全批量|全量/g,
    /\b(?:stochastic gradient descent|(?<!batch )sgd)\b|随机梯度下降/g,
  ],
  [/\bteachers?\b|教师/g, /\bstudents?\b|学生/g],
  [/\bactor\b/g, /\bcritic\b/g],
  [/\bgenerator\b|生成器/g, /\bdiscriminator\b|判别器/g],
  [/\bprefill(?:ing)?\b|预填充/g, /\bdecod(?:e|ing)\b(?! matrix)|解码(?!器)/g],
  [/\bforward\b|前向|正向/g, /\bback(?:ward|prop\w*)\b|反向/g],
  [/\bprecision\b|精确率|查准率/g, /\brecall\b|召回率?|查全率/g],
  [/\bl1\b/g, /\bl2\b/g],
  [/\bpre-?(?:norm|ln)\b/g, /\bpost-?(?:norm|ln)\b/g],
  [
    /\bbatch ?norm\w*\b|\bbn\b|批归一化/g,
    /\blayer ?norm\w*\b|\bln\b|层归一化/g,
    /\bgroup ?norm\w*\b|\bgn\b|组归一化/g,
    /\binstance ?norm\w*\b|实例归一化/g,
    /\bweight ?norm\w*\b|\bwn\b|权重归一化/g,
  ],
  [/\bmacro\b|宏平均/g, /\bmicro\b|微平均/g],
  [
    /\bfalse positives?\b|\bfp\b|误报|假阳/g,
    /\bfalse negatives?\b|\bfn\b|漏报|漏检|假阴/g,
    /\btrue negatives?\b|\btn\b|真阴/g,
  ],
  [/\broc\b/g, /\bpr[- ]?curves?\b|\bprecision[- ]recall curves?\b|\bpr曲线/g],
  [/\bxavier\b|\bglorot\b/g, /\bhe init\w*\b|\bkaiming\b/g],
  [/\bsigmoid\b/g, /\btanh\b/g, /\brelu\b/g],
  [/\bshared experts?\b|共享专家/g, /\brouted experts?\b|路由专家/g],
  [/\b(?:input gate)\b|输入门/g, /\bforget gate\b|遗忘门/g, /\boutput gate\b|输出门/g],
  [/\bsource\b|源(?:句|语言|端|序列)/g, /\btarget\b|目标(?:句|语言|端|序列|词)/g],
  [
    /\bdata[- ]parallel\w*\b|数据并行/g,
    /\btensor[- ]parallel\w*\b|张量并行/g,
    /\bpipeline[- ]parallel\w*\b|流水线?并行/g,
  ],
  [
    /\b(?:matrix a|lora a|a matrix)\b|矩阵a|a矩阵|\ba\b(?=[是用为初])/g,
    /\b(?:matrix b|lora b|b matrix)\b|矩阵b|b矩阵|\bb\b(?=[是用为初])/g,
  ],
  [
    /\bzero-?(?:stage[- ]?)?1\b|\bstage 1\b/g,
    /\bzero-?(?:stage[- ]?)?2\b|\bstage 2\b/g,
    /\bzero-?(?:stage[- ]?)?3\b|\bstage 3\b/g,
  ],
  [/\bptq\b|训练后量化/g, /\bqat\b|量化感知训练/g],
  [/\bcbow\b/g, /\bskip-?gram\b/g],
  [/\bunstructured\b|非结构化/g, /(?<!un)(?<!非)\bstructured\b|(?<!非)结构化/g],
  [/\basymmetric\w*\b|非对称/g, /\bsymmetric\w*\b|(?<!非)对称/g],
  [/\bon-policy\b|在线策略/g, /\boff-policy\b|离线策略/g],
  [/\bhard (?:prompt|label)s?\b|硬(?:提示|标签)/g, /\bsoft (?:prompt|label)s?\b|软(?:提示|标签)/g],
  [/\bchosen\b|\bpreferred\b|偏好的?回答|被选中/g, /\brejected\b|\bdispreferred\b|被拒绝?/g],
  [/\bbagging\b/g, /\bboosting\b/g],
  [/\bgenerative\b|生成式/g, /\bdiscriminative\b|判别式/g],
  [/\bwithin\b.{0,12}\bsentence\b|句内/g, /\bacross\b.{0,12}\bsentences?\b|跨句/g],
]
