import type { Language } from '../handbook/language'
import type { CloseReason, Move } from '../interview/events'
import type { Manner } from '../interview/settings'

type RemarkAbout = Extract<Move, { kind: 'remark' }>['about']

/** Everything the built-in interviewer says of its own; variants are chosen by chance that the plan hands in. */
export interface Phrases {
  readonly beforeProbe: Record<Manner, readonly string[]>
  /** `{quote}` is the candidate's own words. */
  readonly challenge: Record<Manner, readonly string[]>
  readonly beforeDive: Record<Manner, readonly string[]>
  /** Asked when an authored probe would give its key point away. */
  readonly openProbe: string
  readonly hint: string
  readonly noHint: string
  readonly clarification: readonly string[]
  readonly remark: Record<RemarkAbout, string>
  readonly closing: Record<CloseReason, string>
  readonly report: string
  readonly quote: (text: string) => string
}

const en: Phrases = {
  beforeProbe: {
    friendly: [
      'Thanks, I can follow that.',
      'Good, let’s stay with this for a moment.',
      'All right, one thing I’d like to hear more about.',
    ],
    neutral: ['Let me follow up on that.', 'One more point on this.', 'I’d like to go a step further here.'],
    demanding: ['That is not the whole picture yet.', 'I’m missing a piece.', 'Be more precise for me.'],
  },
  challenge: {
    friendly: [
      'You said {quote}. Let’s look at that again: what makes you think so, and can you find a case where it fails?',
    ],
    neutral: ['You said {quote}. Walk me through why that holds, and check whether it always does.'],
    demanding: ['You said {quote}. I’m not convinced. Justify it, or correct it.'],
  },
  beforeDive: {
    friendly: ['That covers what I wanted to hear. Here is something to think further about.'],
    neutral: ['That covers it. Let’s go deeper.'],
    demanding: ['Fine. Now something harder.'],
  },
  openProbe: 'What else belongs to a complete answer here, and why?',
  hint: 'A nudge in one direction: think about this.',
  noHint:
    'I have no further hint that would not give the answer away. Say what you have, or skip the question.',
  clarification: [
    'Let me put the question in other words, by giving you its Chinese wording as well.',
    'I’m after the idea first, then how it works, then why it is done that way and what it costs. An example is welcome.',
  ],
  remark: {
    empty:
      'I didn’t get an answer there. Tell me whatever you know about it, even if it is only a part, or skip the question.',
    echo: 'That repeats my question. What would your answer to it be?',
    'keyword-list': 'Those are keywords. Put them into sentences for me: what does what, and why?',
    instructions: 'I can only take what you know about the question into account. What is your answer to it?',
    'off-topic': 'That seems to answer another question. Here is mine once more.',
    ungraded:
      'Your answer is saved, though it could not be graded just now. You can have it graded from the report.',
  },
  closing: {
    questions: 'That was my last question. Thank you for the conversation.',
    time: 'Our time is up. Thank you for the conversation.',
    ended: 'Let’s stop here. Thank you for the conversation.',
    exhausted: 'We have been through every question of the topics you chose. Thank you for the conversation.',
  },
  report: 'Your report shows each answer beside its reference.',
  quote: (text) => `“${text}”`,
}

const zh: Phrases = {
  beforeProbe: {
    friendly: ['好的，我听明白了。', '不错，我们在这一点上再多聊两句。', '嗯，有一处我想再听你说说。'],
    neutral: ['我接着追问一下。', '就这个问题再补一点。', '这里我想往前再走一步。'],
    demanding: ['这还不完整。', '还缺一块。', '请说得更准确一些。'],
  },
  challenge: {
    friendly: ['你刚才说{quote}。我们再看一看：为什么会这样？有没有不成立的情形？'],
    neutral: ['你刚才说{quote}。请讲讲理由，并检查一下它是否总是成立。'],
    demanding: ['你刚才说{quote}。我不太认同，请论证它，或者改正它。'],
  },
  beforeDive: {
    friendly: ['我想听的你都讲到了，再往深里想一个问题。'],
    neutral: ['要点都有了，我们再深入一层。'],
    demanding: ['可以。下面这个更难。'],
  },
  openProbe: '要把这个问题答完整，还应当讲什么？为什么？',
  hint: '给你一个方向，想想这个问题：',
  noHint: '再提示就等于说出答案了。把你想到的先说出来，或者跳过这道题。',
  clarification: [
    '我换一种说法，把这道题的英文问法也给你。',
    '我想听的顺序是：先说核心思想，再说机制，最后说为什么这样做、代价是什么；有例子更好。',
  ],
  remark: {
    empty: '我没有听到回答。知道多少说多少，哪怕只是一部分；也可以跳过这道题。',
    echo: '这是在重复我的问题。你的回答是什么呢？',
    'keyword-list': '这些只是关键词。请连成句子：谁对谁做了什么，为什么？',
    instructions: '我只看你对这道题本身的理解。你的回答是什么？',
    'off-topic': '这好像在回答另一道题。我把问题再说一遍。',
    ungraded: '你的回答已经保存，只是这会儿没能评分，之后可以在报告里重新评分。',
  },
  closing: {
    questions: '这是最后一题，谢谢你的回答。',
    time: '时间到了，谢谢你的回答。',
    ended: '我们就到这里，谢谢你的回答。',
    exhausted: '你选的主题里的题目都问完了，谢谢你的回答。',
  },
  report: '报告里能看到每个回答与参考答案的对照。',
  quote: (text) => `“${text}”`,
}

export const phrases: Record<Language, Phrases> = { zh, en }
