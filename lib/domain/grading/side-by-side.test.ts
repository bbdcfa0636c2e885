import { expect, test } from 'vitest'
import { sideBySide } from './side-by-side'

const rivals = (prompt: string, a: string, b: string): boolean =>
  sideBySide(prompt.toLowerCase(), [a, b]).rivals(a, b)

test.each([
  ['How do PPO-Clip and PPO-Penalty differ?', 'ppo-clip', 'ppo-penalty'],
  ['Why can ELMo, GPT and BERT handle polysemous words?', 'gpt', 'bert'],
  [
    'How does the attention of Luong et al. work, and how does it differ from Bahdanau’s?',
    'luong',
    'bahdanau',
  ],
  ['Describe PipeDream. How does its schedule differ from GPipe’s?', 'pipedream', 'gpipe'],
  ['When do you use Alpaca format and when ShareGPT format?', 'alpaca', 'sharegpt'],
  ['How does stacking work in training and in prediction?', 'training', 'prediction'],
  ['批归一化（BN）和权重归一化（WN）有什么区别？', '批归一化', 'wn'],
  ['指针标注、多头标注和片段排列各有什么优缺点？', '指针标注', '片段排列'],
  ['和普通 RNN 相比，LSTM 主要改进了哪些地方？', 'rnn', 'lstm'],
])('%s sets %s and %s side by side', (prompt, a, b) => {
  expect(rivals(prompt, a, b)).toBe(true)
})

test.each([
  ['You train an MoE and overflowing tokens get dropped. How does LongCat spend compute?', 'moe', 'longcat'],
  [
    'A Transformer’s table of positions fails on longer inputs. How does CPVT make them?',
    'transformer',
    'cpvt',
  ],
  ['What is He (Kaiming) initialisation and how does it differ from Xavier?', 'he', 'kaiming'],
  ['批归一化（BN）和权重归一化（WN）有什么区别？', '批归一化', 'bn'],
  ['How do pointer tagging and span enumeration for NER differ?', 'span enumeration', 'ner'],
  ['NER 里的指针标注和片段排列有什么不同？', 'ner', '片段排列'],
  ['Why does XGBoost use a Taylor expansion?', 'xgboost', 'taylor'],
])('%s does not set %s against %s', (prompt, a, b) => {
  expect(rivals(prompt, a, b)).toBe(false)
})

test('members of one list are asked of alike', () => {
  const { listed } = sideBySide('how do elmo, gpt and bert differ from word2vec?', [
    'elmo',
    'gpt',
    'bert',
    'word2vec',
  ])
  expect(listed('elmo', 'bert')).toBe(true)
  expect(listed('elmo', 'word2vec')).toBe(false)
})
