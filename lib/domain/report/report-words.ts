import type { Band } from '../grading/band'
import type { VerdictKind } from '../grading/grade'
import type { Language } from '../handbook/language'
import type { AnswerableKind } from '../interview/events'
import type { Report } from './report'

/** The fixed words of an exported report. */
export interface ReportWords {
  readonly title: string
  readonly incomplete: string
  readonly noScore: string
  readonly byTopic: string
  readonly studyNext: string
  readonly questions: string
  readonly score: string
  readonly ungraded: string
  readonly skipped: string
  readonly hinted: string
  readonly unsure: string
  readonly open: string
  readonly recovered: string
  readonly emptyAnswer: string
  readonly misconceptions: string
  readonly said: string
  readonly takenBack: string
  readonly correction: string
  readonly deepDive: string
  readonly reference: string
  readonly columns: {
    readonly claim: string
    readonly weight: string
    readonly verdict: string
    readonly quote: string
  }
  readonly verdicts: Record<VerdictKind, string>
  readonly bands: Record<Band, string>
  readonly kinds: Record<AnswerableKind, string>
  readonly reasons: Record<Report['studyNext'][number]['reason'], string>
}

const en: ReportWords = {
  title: 'Interview report',
  incomplete:
    'This interview is not finished or not wholly graded yet. What was not asked is not a weakness.',
  noScore: 'Nothing has been graded yet.',
  byTopic: 'By topic',
  studyNext: 'Study next',
  questions: 'Questions',
  score: 'Score',
  ungraded: 'ungraded',
  skipped: 'skipped',
  hinted: 'with a hint',
  unsure: 'grader unsure',
  open: 'This question is still open; its key points and reference answer follow once it is done.',
  recovered: 'after a follow-up',
  emptyAnswer: '(empty answer)',
  misconceptions: 'Misconceptions',
  said: 'You said:',
  takenBack: 'taken back later',
  correction: 'Correction:',
  deepDive: 'Beyond the rubric',
  reference: 'Reference answer',
  columns: { claim: 'Key point', weight: 'Weight', verdict: 'Verdict', quote: 'Your words' },
  verdicts: { covered: 'covered', partial: 'partial', missing: 'missing', contradicted: 'contradicted' },
  bands: { strong: 'strong', good: 'good', fair: 'fair', weak: 'weak', poor: 'poor' },
  kinds: { question: 'Your answer', probe: 'Follow-up', challenge: 'Challenge', dive: 'Deep dive' },
  reasons: { misconception: 'a misconception', missing: 'points missing', skipped: 'skipped' },
}

const zh: ReportWords = {
  title: '面试报告',
  incomplete: '这场面试还没有结束，或还有回答没有评分。没有问到的内容不算弱点。',
  noScore: '还没有任何评分。',
  byTopic: '各主题得分',
  studyNext: '接下来学什么',
  questions: '逐题回顾',
  score: '得分',
  ungraded: '未评分',
  skipped: '已跳过',
  hinted: '用过提示',
  unsure: '评分把握不大',
  open: '这道题还没有结束；结束后才会给出要点和参考答案。',
  recovered: '追问后补上',
  emptyAnswer: '（空回答）',
  misconceptions: '错误说法',
  said: '你说：',
  takenBack: '后来已更正',
  correction: '更正：',
  deepDive: '深入追问',
  reference: '参考答案',
  columns: { claim: '要点', weight: '权重', verdict: '判定', quote: '你的原话' },
  verdicts: { covered: '答到', partial: '部分答到', missing: '未答到', contradicted: '说反' },
  bands: { strong: '优秀', good: '良好', fair: '中等', weak: '薄弱', poor: '较差' },
  kinds: { question: '你的回答', probe: '追问', challenge: '质疑', dive: '深入追问' },
  reasons: { misconception: '有错误说法', missing: '有要点缺失', skipped: '跳过了' },
}

export const reportWords: Record<Language, ReportWords> = { zh, en }
