import { describe, expect, it } from 'vitest'
import type { ReportAnswer, ReportQuestion } from '@/lib/domain/report/report'
import { marksOf } from './marks-of'

const answer = (
  turnId: string,
  text: string,
  verdicts: ReportAnswer['verdicts'],
  kind: ReportAnswer['kind'],
) => ({
  ...{ turnId, text, verdicts, kind },
  ...{ asked: '', at: '2026-01-01T10:00:00.000Z', graded: true, insights: [] },
})

const verdict = (keyPointId: string, quote: string) => ({
  ...{ keyPointId, quote },
  verdict: 'covered' as const,
  confidence: 1,
})

const claim = (id: string) => ({
  ...{ id, claim: `claim ${id}`, weight: 3, confidence: 1, recovered: false },
  verdict: 'covered' as const,
})

const question: ReportQuestion = {
  ...{ questionId: 'a/b', topic: 'a', difficulty: 3, prompt: 'why?', reference: 'so', references: [] },
  ...{ graded: true, skipped: false, hinted: false, open: false },
  course: [],
  answers: [
    answer(
      't1',
      'scores saturate',
      [verdict('p2', 'scores'), { ...verdict('p1', ''), verdict: 'missing' }],
      'question',
    ),
    answer('t2', 'they sum to one', [], 'challenge'),
    answer('t3', 'far out', [verdict('d1', 'far')], 'dive'),
  ],
  keyPoints: [claim('p1'), claim('p2')],
  misconceptions: [
    { id: 'm1', claim: 'x', quote: 'Sum to  one', correction: 'softmax does', resolved: false, turnId: 't2' },
    { id: 'm2', claim: 'x', quote: 'said nowhere', correction: 'y', resolved: false, turnId: 't2' },
  ],
}

describe('what is marked in the answers', () => {
  it('numbers key points, letters misconceptions, and puts each where it was said', () => {
    expect(Object.fromEntries(marksOf(question))).toEqual({
      t1: [{ id: 'p2', verdict: 'covered', quote: 'scores', labels: ['2'], about: ['claim p2'] }],
      t2: [
        { id: 'm1', verdict: 'contradicted', quote: 'Sum to  one', labels: ['A'], about: ['softmax does'] },
      ],
      t3: [{ id: 'd1', verdict: 'covered', quote: 'far', labels: [], about: [] }],
    })
  })
})
