import { describe, expect, it } from 'vitest'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import type { Grade } from '../grading/grade'
import type { Language } from '../handbook/language'
import { decide, type Command } from '../interview/decide'
import { fold, foldOnto } from '../interview/evolve'
import { manners, settings, type Manner } from '../interview/settings'
import { movesOf, nextStep, type InterviewState } from '../interview/state'
import { phrases } from './phrases'
import { joiner, wordsFor } from './words'

const context = { handbook: sampleHandbook({ attention: 3 }), now: new Date('2026-01-01T10:00:00Z') }

const apply = (state: InterviewState, command: Command): InterviewState => {
  const decision = decide(state, command, context)
  if (!decision.ok) throw new Error(decision.rejection)
  return foldOnto(state, decision.events)
}

/** An interview whose moves are all spoken but the last. */
function interview(
  commands: readonly Command[],
  language: Language = 'en',
  manner: Manner = 'neutral',
): InterviewState {
  const chosen = settings.parse({ language, manner, topics: ['attention'] })
  const begun = decide(undefined, { type: 'start', settings: chosen, seed: 5, recent: [] }, context)
  let state = begun.ok ? fold(begun.events) : undefined
  if (!state) throw new Error('not started')
  for (const command of commands) {
    for (let step = nextStep(state); step?.type === 'speak'; step = nextStep(state))
      state = apply(state, { type: 'recordUtterance', moveId: step.entry.move.moveId, text: 'said' })
    state = apply(state, command)
  }
  return state
}

const said = (state: InterviewState): string => {
  const entry = movesOf(state).at(-1)
  return entry ? wordsFor(state, entry.move).join(joiner(state.settings.language)) : ''
}

const grade = (changes: Partial<Grade>): Command => ({
  type: 'recordGrade',
  turnId: 't1',
  grade: {
    verdicts: ['must', 'should', 'nice'].map((keyPointId) => ({
      keyPointId,
      verdict: 'missing',
      confidence: 1,
    })),
    misconceptions: [],
    confidence: 1,
    grader: 'fake',
    score: 0,
    ...changes,
  },
})
const turn = (kind: 'answer' | 'hint-request' | 'clarification-request' | 'end', turnId = 't1'): Command => ({
  type: 'take',
  turn: { turnId, kind, text: 'what I think' },
})

describe('the built-in interviewer', () => {
  it('asks a question in its authored words and nothing else', () => {
    expect(said(interview([]))).toMatch(/^How does attention-\d work\?$/)
  })

  it('puts an authored probe after a few words of its own', () => {
    const text = said(interview([turn('answer'), grade({})]))
    expect(text).toMatch(/ What of the first side of attention-\d\?$/)
  })

  it('quotes what it challenges, a long stretch cut at a word', () => {
    const asserting = (quote: string) =>
      said(interview([turn('answer'), grade({ misconceptions: [{ misconceptionId: 'myth', quote }] })]))
    expect(asserting('the weights are frozen.')).toContain('“the weights are frozen”')
    expect(asserting('word '.repeat(200))).toContain('word …”')
    expect(asserting('$& and $1')).toContain('“$& and $1”')
  })

  it('does not say the correction when it challenges', () => {
    const wrong = grade({ misconceptions: [{ misconceptionId: 'myth', quote: 'x' }] })
    expect(said(interview([turn('answer'), wrong]))).not.toContain('correction')
  })

  it('hints until nothing is left to hint at', () => {
    const hints = ['t1', 't2', 't3', 't4'].map((id) => turn('hint-request', id))
    expect(said(interview(hints.slice(0, 1)))).toContain('What of the first side')
    expect(said(interview(hints))).toBe(phrases.en.noHint)
  })

  it('clarifies with the wording in the other language', () => {
    expect(said(interview([turn('clarification-request')], 'zh'))).toMatch(/How does attention-\d work\?/)
    expect(said(interview([turn('clarification-request')], 'en'))).toMatch(
      /How does attention-\d work\?（中）/,
    )
  })

  it.each(manners)('has words for every move in both languages, %s', (manner) => {
    for (const language of ['zh', 'en'] as const)
      for (const state of [
        interview([turn('answer'), grade({})], language, manner),
        interview([turn('answer'), grade({ gate: 'empty' })], language, manner),
        interview(
          [turn('answer'), grade({ misconceptions: [{ misconceptionId: 'myth', quote: 'x' }] })],
          language,
          manner,
        ),
        interview(
          [
            turn('answer'),
            grade({
              verdicts: [
                { keyPointId: 'must', verdict: 'covered', confidence: 1 },
                { keyPointId: 'should', verdict: 'covered', confidence: 1 },
                { keyPointId: 'nice', verdict: 'covered', confidence: 1 },
              ],
            }),
          ],
          language,
          manner,
        ),
        interview([turn('end')], language, manner),
      ]) {
        expect(said(state).length).toBeGreaterThan(8)
        expect(said(state)).not.toMatch(/undefined|\{|\}/)
      }
  })

  it('says the same for the same move every time', () => {
    const state = interview([turn('answer'), grade({})])
    expect(said(state)).toBe(said(state))
  })
})
