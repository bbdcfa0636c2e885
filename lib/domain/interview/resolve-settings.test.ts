import { describe, expect, it } from 'vitest'
import { assemble } from '../handbook/assemble'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { decide } from './decide'
import { foldOnto, fold } from './evolve'
import { resolveSettings } from './resolve-settings'
import { startSettings } from './settings'
import { askedQuestions } from './state'

const both = { zh: '一', en: 'one' }
const base = sampleHandbook({ attention: 3, optimizers: 2, empty: 0 })
const loop = {
  ...{ id: 'round', title: both, role: both, round: both, minutes: 30, probes: [both], about: both },
  picks: [
    { questionId: 'optimizers/optimizers-1', followUps: 0 },
    { questionId: 'attention/attention-2', followUps: 1 },
  ],
}
const handbook = assemble(base.parts, [...base.questions.values()], 'h', [loop])
const resolve = (request: object) =>
  resolveSettings(startSettings.parse({ language: 'en', ...request }), handbook)

describe('what an interview is asked to be', () => {
  it.each([
    [{}, 'nothing-chosen', []],
    [{ topics: [] }, undefined, undefined],
    [{ topics: ['nowhere'] }, 'unknown-topic', ['nowhere']],
    [{ topics: ['attention', 'empty'] }, 'empty-topic', ['empty']],
    [{ picks: [{ questionId: 'attention/gone' }] }, 'unknown-question', ['attention/gone']],
    [{ loop: 'gone' }, 'unknown-loop', ['gone']],
  ] as const)('%j', (request, reason, ids) => {
    if (reason === undefined) expect(() => resolve(request)).toThrow('choose at least one topic')
    else expect(resolve(request)).toEqual({ ok: false, reason, ids })
  })

  it('takes the topics from the questions, and the questions from the round', () => {
    expect(resolve({ loop: 'round' })).toMatchObject({
      ok: true,
      settings: { loop: 'round', minutes: 30, picks: loop.picks, topics: ['optimizers', 'attention'] },
    })
    expect(resolve({ picks: [{ questionId: 'attention/attention-0' }] })).toMatchObject({
      ok: true,
      settings: { topics: ['attention'] },
    })
  })
})

describe('an interview on picked questions', () => {
  it('asks them in order, each once, with no more probes than it was given', () => {
    const resolved = resolve({ loop: 'round' })
    if (!resolved.ok) throw new Error(resolved.reason)
    const now = new Date('2026-01-01T10:00:00Z')
    const started = decide(
      undefined,
      { type: 'start', settings: resolved.settings, seed: 1, recent: [] },
      { handbook, now },
    )
    if (!started.ok) throw new Error(started.rejection)
    let state = fold(started.events)
    const kinds: string[] = []
    for (let i = 0; state && !state.closed && i < 20; i++) {
      const spoken = state.entries.flatMap((entry) =>
        entry.type === 'move' && entry.spoken === undefined ? [entry.move] : [],
      )
      for (const { kind, moveId } of spoken) {
        kinds.push(kind)
        state = foldOnto(state, [{ type: 'Spoken', at: now.toISOString(), moveId, text: 'words' }])
      }
      if (state.closed) break
      const taken = decide(
        state,
        { type: 'take', turn: { turnId: `t${i}`, kind: 'answer', text: 'well' } },
        { handbook, now },
      )
      if (!taken.ok) throw new Error(taken.rejection)
      state = foldOnto(state, taken.events)
      const keyPoints = askedQuestions(state).at(-1)?.keyPoints ?? []
      const verdicts = keyPoints.map(({ id }) => ({
        ...{ keyPointId: id, verdict: 'missing' as const, confidence: 1 },
      }))
      const grade = { verdicts, misconceptions: [], confidence: 1, grader: 'fake', score: 0 }
      const graded = decide(state, { type: 'recordGrade', turnId: `t${i}`, grade }, { handbook, now })
      if (!graded.ok) throw new Error(graded.rejection)
      state = foldOnto(state, graded.events)
    }
    expect(state && askedQuestions(state).map(({ id }) => id)).toEqual(
      loop.picks.map(({ questionId }) => questionId),
    )
    expect(kinds.filter((kind) => kind === 'probe')).toHaveLength(1)
    expect(state?.closed?.reason).toBe('questions')
  })
})
