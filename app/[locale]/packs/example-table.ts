import type { Language } from '@/lib/domain/handbook/language'

/** A table to begin with, in the language of the page. */
const tables: Record<Language, string> = {
  en: `question,reference,id,topic,difficulty,language
"What does the learning rate control?","How far each step of gradient descent moves the weights. Too large and the loss diverges, too small and training takes for ever.",learning-rate,optimisation,2,en
"Why is data shuffled between epochs?","So that the batches of two epochs differ. The order would otherwise bias the gradient, and the model could learn the order itself.",shuffling,optimisation,2,en
`,
  zh: `问题,参考答案,编号,主题,难度,语言
"学习率控制什么？","梯度下降每一步让权重移动多远。太大损失会发散，太小训练会非常慢。",learning-rate,optimisation,2,中文
"为什么每个 epoch 之间要打乱数据？","让两个 epoch 的批次不同；否则固定的顺序会使梯度有偏，模型还可能学到顺序本身。",shuffling,optimisation,2,中文
`,
}

/** The table as the address of a download; the byte order mark tells spreadsheets that it is UTF-8. */
export const exampleTable = (language: Language): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${tables[language]}`)}`
