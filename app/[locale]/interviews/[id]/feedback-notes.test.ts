import { describe, expect, it } from 'vitest'
import type { Grade } from '@/lib/domain/grading/grade'
import { feedbackNotes } from './feedback-notes'

const both = (text: string) => ({ zh: `${text}（中）`, en: text })

const question = {
  keyPoints: ['a', 'b', 'c'].map((id) => ({
    id,
    weight: 3,
    claim: both(`claim ${id}`),
    cues: [],
    probe: both('?'),
  })),
  misconceptions: [{ id: 'm', claim: both('belief'), cues: [], correction: both('in fact') }],
}

const grade: Grade = {
  verdicts: [
    { keyPointId: 'a', verdict: 'covered', quote: 'qa', confidence: 1 },
    { keyPointId: 'b', verdict: 'partial', quote: 'qb', confidence: 1 },
    { keyPointId: 'c', verdict: 'missing', confidence: 1 },
  ],
  misconceptions: [{ misconceptionId: 'm', quote: 'qm' }],
  ...{ confidence: 1, grader: 'builtin', score: 40 },
}

const texts = (over: boolean) =>
  feedbackNotes(grade, { question, language: 'en', over, narrow: false }).remarks.map((r) => [
    r.label,
    r.verdict,
    r.text,
  ])

describe('feedback in practice mode', () => {
  it('gives nothing away while the question is open, but corrects what was wrong', () => {
    expect(texts(false)).toEqual([
      ['1', 'covered', 'claim a'],
      ['2', 'partial', undefined],
      ['A', 'contradicted', 'in fact'],
    ])
    const { open, marks } = feedbackNotes(grade, { question, language: 'en', over: false, narrow: false })
    expect(open).toBe(1)
    expect(JSON.stringify(marks)).not.toMatch(/claim [bc]/)
  })

  it('names every point once the question is done', () => {
    expect(texts(true)).toEqual([
      ['1', 'covered', 'claim a'],
      ['2', 'partial', 'claim b'],
      [undefined, 'missing', 'claim c'],
      ['A', 'contradicted', 'in fact'],
    ])
    expect(feedbackNotes(grade, { question, language: 'en', over: true, narrow: false }).open).toBe(0)
  })

  it('holds nothing against an answer to a follow-up but what it says', () => {
    const { remarks, open } = feedbackNotes(grade, { question, language: 'en', over: true, narrow: true })
    expect(remarks.map(({ verdict }) => verdict)).toEqual(['covered', 'partial', 'contradicted'])
    expect(open).toBe(0)
  })

  it('says of an answer that was not weighed nothing but that', () => {
    const gated: Grade = { ...grade, verdicts: grade.verdicts.slice(2), misconceptions: [], gate: 'empty' }
    expect(feedbackNotes(gated, { question, language: 'en', over: true, narrow: false })).toEqual({
      ...{ marks: [], remarks: [], open: 0 },
    })
  })

  it('marks the quotes, numbered as in the margin', () => {
    const { marks } = feedbackNotes(grade, { question, language: 'zh', over: false, narrow: false })
    expect(marks.map(({ quote, labels }) => [quote, ...labels])).toEqual([
      ['qa', '1'],
      ['qb', '2'],
      ['qm', 'A'],
    ])
    expect(marks[2]?.about).toEqual(['in fact（中）'])
  })

  it('only marks an answer to a deep dive, whose points are not those of the question', () => {
    const dive: Grade = {
      ...grade,
      verdicts: [{ keyPointId: 'r1', verdict: 'covered', quote: 'x', confidence: 1 }],
      misconceptions: [],
    }
    expect(feedbackNotes(dive, { question, language: 'en', over: false, narrow: false })).toEqual({
      marks: [{ id: 'r1', verdict: 'covered', quote: 'x', labels: [], about: [] }],
      ...{ remarks: [], open: 0 },
    })
  })
})
