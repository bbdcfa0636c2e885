import { describe, expect, it } from 'vitest'
import { sampleQuestion } from '@/tests/fixtures/sample-handbook'
import type { Question } from '../handbook/question'
import { checkQuestion } from './check-question'

const sample = sampleQuestion('attention', 'lookup')
const [must, ...others] = sample.keyPoints

/** A question with nothing wrong with it. */
const sound: Question = {
  ...sample,
  answer: { zh: '一二三四五六七八九十'.repeat(25), en: 'word '.repeat(150) },
  keyPoints: sample.keyPoints.map((point) => ({
    ...point,
    claim: { zh: `它是${point.id}`, en: `it is the ${point.id}` },
    cues: [[point.id]],
    probe: { zh: '然后呢？', en: 'And then?' },
  })),
  misconceptions: sample.misconceptions.map((m) => ({
    ...m,
    cues: [[m.id]],
    correction: { zh: '相反。', en: 'The reverse.' },
  })),
}

const fieldsOf = (changes: Partial<Question>): string[] =>
  checkQuestion({ ...sound, ...changes }).map((p) => p.field)

describe('checkQuestion', () => {
  it('finds nothing wrong with a sound question', () => {
    expect(checkQuestion(sound)).toEqual([])
  })

  it('counts words and characters without formulas', () => {
    expect(
      fieldsOf({ answer: { ...sound.answer, en: `${'word '.repeat(100)} $$${'x + '.repeat(100)}x$$` } }),
    ).toEqual(['answer.en'])
    expect(fieldsOf({ answer: { ...sound.answer, zh: '字'.repeat(701) } })).toEqual(['answer.zh'])
  })

  it('names the field of a formula that cannot be set', () => {
    expect(fieldsOf({ prompt: { zh: '为何 $\\frac{1$？', en: 'why?' } })).toEqual(['question.zh'])
  })

  it('finds a probe that gives its point away, and a question that does', () => {
    const points = sound.keyPoints.map((p) =>
      p.id === 'must' ? { ...p, probe: { zh: '？', en: 'Is it the must?' } } : p,
    )
    expect(fieldsOf({ keyPoints: points })).toEqual(['keyPoints.must.probe.en'])
    expect(fieldsOf({ prompt: { zh: '问', en: 'why the must?' } })).toEqual(['keyPoints.must.cues'])
  })

  it('finds a cue that misses its own claim', () => {
    const points = must ? [{ ...must, cues: [['elsewhere']], probe: { zh: '？', en: '?' } }] : others
    expect(fieldsOf({ keyPoints: points })).toEqual(['keyPoints.must.cues', 'keyPoints.must.cues'])
  })

  it('finds a misconception that the reference answer would be accused of', () => {
    expect(fieldsOf({ answer: { ...sound.answer, en: `${sound.answer.en} the legend holds` } })).toEqual([
      'misconceptions.legend.cues',
    ])
  })
})
