import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { verdictKinds, type Grade } from '../grading/grade'
import { decide, type Command } from './decide'
import type { InterviewEvent } from './events'
import { fold, foldOnto } from './evolve'
import { minutesLeft } from './plan'
import { settings, type Settings } from './settings'
import {
  askedQuestions,
  awaitsGrade,
  currentMove,
  isAnswerable,
  movesOf,
  nextStep,
  turnsOf,
  type InterviewState,
} from './state'
import { viewInterview } from './view-interview'

const handbook = sampleHandbook({ attention: 4, optimizers: 3, tokenization: 1 })
const start = new Date('2026-01-01T10:00:00.000Z')

const gradeArbitrary: fc.Arbitrary<Grade> = fc.record({
  verdicts: fc.tuple(...['must', 'should', 'nice'].map(() => fc.constantFrom(...verdictKinds))).map((kinds) =>
    kinds.map((verdict, index) => ({
      keyPointId: ['must', 'should', 'nice'][index] ?? '',
      verdict,
      confidence: 0.8,
      ...(verdict !== 'missing' && { quote: 'words' }),
    })),
  ),
  misconceptions: fc.subarray([
    { misconceptionId: 'myth', quote: 'words' },
    { misconceptionId: 'legend', quote: 'words' },
  ]),
  confidence: fc.constant(0.8),
  grader: fc.constant('builtin'),
  score: fc.integer({ min: 0, max: 100 }),
  gate: fc.option(fc.constantFrom('empty' as const, 'off-topic' as const), { nil: undefined, freq: 4 }),
})

const settingsArbitrary: fc.Arbitrary<Settings> = fc
  .record({
    mode: fc.constantFrom('mock' as const, 'practice' as const),
    language: fc.constantFrom('zh' as const, 'en' as const),
    topics: fc.subarray(['attention', 'optimizers', 'tokenization'], { minLength: 1 }),
    budget: fc.oneof(
      fc.record({ questions: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ minutes: fc.integer({ min: 5, max: 120 }) }),
      fc.constant({}),
    ),
    difficulty: fc.oneof(fc.constant('adaptive' as const), fc.integer({ min: 1, max: 5 })),
  })
  .map(({ budget, ...rest }) => settings.parse({ ...rest, ...budget }))

/** What may hit an interview at any moment: turns, old turns again, our own steps in any order, time. */
type Stimulus =
  | { type: 'turn'; kind: 'answer' | 'hint-request' | 'clarification-request' | 'skip' | 'end' }
  | { type: 'stale' }
  | { type: 'repeat'; index: number }
  | { type: 'step'; grade: Grade; fails: boolean }
  | { type: 'regrade'; index: number; grade: Grade }
  | { type: 'wait'; minutes: number }

const turnKind = fc.oneof(
  { weight: 12, arbitrary: fc.constant('answer' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('hint-request' as const, 'clarification-request' as const, 'skip' as const),
  },
  { weight: 1, arbitrary: fc.constant('end' as const) },
)
const index = fc.nat(20)
const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('turn' as const), kind: turnKind }) },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('step' as const),
      grade: gradeArbitrary,
      fails: fc.nat(9).map((n) => n === 0),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'stale' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('repeat' as const), index }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('regrade' as const), index, grade: gradeArbitrary }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), minutes: fc.nat(15) }) },
)

interface Run {
  events: InterviewEvent[]
  state: InterviewState
  now: Date
  turns: number
}

function begin(chosen: Settings, seed = 1, recent: string[] = []): Run {
  const decision = decide(
    undefined,
    { type: 'start', settings: chosen, seed, recent },
    { handbook, now: start },
  )
  if (!decision.ok) throw new Error(decision.rejection)
  const state = fold(decision.events)
  if (!state) throw new Error('nothing was folded')
  return { events: [...decision.events], state, now: start, turns: 0 }
}

/** Hands a command in and appends what follows; a refused command changes nothing. */
function give(run: Run, command: Command): string | undefined {
  const decision = decide(run.state, command, { handbook, now: run.now })
  if (!decision.ok) return decision.rejection
  run.events.push(...decision.events)
  run.state = foldOnto(run.state, decision.events)
  return undefined
}

function step(run: Run, grade: Grade, fails = false): void {
  const next = nextStep(run.state)
  if (next?.type === 'grade') {
    const { turnId } = next.turn
    give(
      run,
      fails ? { type: 'recordFailure', turnId, reason: 'broken' } : { type: 'recordGrade', turnId, grade },
    )
  }
  if (next?.type === 'speak')
    give(run, { type: 'recordUtterance', moveId: next.entry.move.moveId, text: 'words' })
}

const turn = (
  run: Run,
  kind: 'answer' | 'hint-request' | 'clarification-request' | 'skip' | 'end',
): Command => ({
  type: 'take',
  turn: { turnId: `t${++run.turns}`, kind, text: 'text' },
})

function hit(run: Run, what: Stimulus): void {
  const old = what.type === 'repeat' || what.type === 'regrade' ? turnsOf(run.state)[what.index] : undefined
  switch (what.type) {
    case 'turn':
      give(run, turn(run, what.kind))
      return
    case 'stale':
      expect(
        give(run, { type: 'take', turn: { turnId: 'stale', kind: 'answer', text: '', inReplyTo: 'm0' } }),
      ).toBeDefined()
      return
    case 'step':
      return step(run, what.grade, what.fails)
    case 'repeat':
      if (old)
        expect(
          give(run, { type: 'take', turn: { turnId: old.turnId, kind: 'answer', text: 'other' } }),
        ).toBeUndefined()
      return
    case 'regrade':
      if (old) give(run, { type: 'regrade', turnId: old.turnId, grade: what.grade })
      return
    case 'wait':
      run.now = new Date(run.now.getTime() + what.minutes * 60_000)
  }
}

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** What must hold of every interview at every moment. */
function expectSound(run: Run): void {
  const { state } = run
  const asked = askedQuestions(state)
  expect(unique(asked.map((q) => q.id)), 'no question twice').toBe(true)
  expect(unique(movesOf(state).map((entry) => entry.move.moveId)), 'move ids are unique').toBe(true)
  expect(unique(turnsOf(state).map((t) => t.turnId)), 'turn ids are unique').toBe(true)
  expect(turnsOf(state).filter(awaitsGrade).length, 'at most one answer waits').toBeLessThanOrEqual(1)
  const { progress, current } = viewInterview('i', state, run.now)
  expect(progress.asked).toBeLessThanOrEqual(progress.planned)
  expect(minutesLeft(state, run.now) ?? 0).toBeGreaterThanOrEqual(0)
  expect(current === undefined, 'open exactly while not closed').toBe(state.closed !== undefined)
  const closings = movesOf(state).filter(({ move }) => move.kind === 'closing')
  expect(closings.length, 'closes once').toBe(state.closed ? 1 : 0)
  if (state.closed)
    expect(movesOf(state).at(-1)?.move.kind, 'nothing is asked after the close').toBe('closing')
  expectOneOpenQuestion(state)
}

/** Between two moves that wait for an answer, the candidate must have had a turn: none is left hanging. */
function expectOneOpenQuestion(state: InterviewState): void {
  let open = false
  for (const entry of state.entries) {
    if (entry.type === 'turn') open = false
    else if (isAnswerable(entry.move)) {
      expect(open, 'two open questions').toBe(false)
      open = true
    }
  }
}

describe('decide', () => {
  it('keeps an interview sound under any sequence of turns, steps, repeats, regrades and waits', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.integer(),
        fc.array(stimulus, { maxLength: 120 }),
        (chosen, seed, stimuli) => {
          const run = begin(chosen, seed)
          for (const what of stimuli) {
            hit(run, what)
            expectSound(run)
          }
          expect(fold(run.events)).toEqual(run.state)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ends every interview in which answers keep coming, whatever their grades', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.integer(),
        fc.array(gradeArbitrary, { minLength: 1, maxLength: 20 }),
        (chosen, seed, grades) => {
          const run = begin(chosen, seed)
          let answers = 0
          while (!run.state.closed) {
            while (nextStep(run.state)) step(run, grades[answers % grades.length] as Grade)
            if (run.state.closed) break
            give(run, turn(run, 'answer'))
            answers += 1
            // One answer each to the question, a remark, a challenge, two probes and a dive.
            expect(answers).toBeLessThanOrEqual(6 * 8)
          }
          expectSound(run)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('can be ended at any moment, also while an answer is being graded, whose grade is still kept', () => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'] }))
    step(run, blank)
    give(run, turn(run, 'answer'))
    expect(give(run, turn(run, 'end'))).toBeUndefined()
    expect(run.state.closed?.reason).toBe('ended')
    step(run, blank)
    expect(turnsOf(run.state)[0]?.grade).toEqual(blank)
    step(run, blank)
    expect(nextStep(run.state)).toBeUndefined()
    expect(give(run, turn(run, 'answer'))).toBe('closed')
  })

  it('takes the same turn twice as one, and refuses one that replies to an older question', () => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'] }))
    step(run, blank)
    give(run, turn(run, 'skip'))
    step(run, blank)
    const length = run.events.length
    expect(give(run, { type: 'take', turn: { turnId: 't1', kind: 'answer', text: 'again' } })).toBeUndefined()
    expect(
      give(run, { type: 'take', turn: { turnId: 't9', kind: 'answer', text: 'late', inReplyTo: 'm1' } }),
    ).toBe('moved-on')
    expect(run.events.length).toBe(length)
  })

  it('refuses a new turn while the one before is unfinished', () => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'] }))
    expect(give(run, turn(run, 'answer'))).toBe('busy')
    step(run, blank)
    expect(give(run, turn(run, 'answer'))).toBeUndefined()
    expect(give(run, turn(run, 'skip'))).toBe('busy')
  })

  it('refuses to start on topics without questions', () => {
    const chosen = settings.parse({ language: 'en', topics: ['unknown'] })
    const decision = decide(
      undefined,
      { type: 'start', settings: chosen, seed: 1, recent: [] },
      { handbook, now: start },
    )
    expect(decision).toEqual({ ok: false, rejection: 'no-questions' })
  })
})

/** A grade that found nothing. */
const blank: Grade = {
  verdicts: ['must', 'should', 'nice'].map((keyPointId) => ({
    keyPointId,
    verdict: 'missing',
    confidence: 1,
  })),
  misconceptions: [],
  confidence: 1,
  grader: 'builtin',
  score: 0,
}

const withVerdicts = (...kinds: Grade['verdicts'][number]['verdict'][]): Grade => ({
  ...blank,
  verdicts: blank.verdicts.map((v, at) => ({ ...v, verdict: kinds[at] ?? 'missing' })),
})

describe('policy', () => {
  const replies = (grades: readonly Grade[], chosen: Partial<Settings> = {}): string[] => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'], questions: 2, ...chosen }))
    for (const grade of grades) {
      while (nextStep(run.state)) step(run, grade)
      give(run, turn(run, 'answer'))
      while (nextStep(run.state)) step(run, grade)
    }
    return movesOf(run.state).map(({ move }) =>
      move.kind === 'probe'
        ? `probe ${move.keyPointId}`
        : move.kind === 'closing'
          ? `closing ${move.reason}`
          : move.kind,
    )
  }

  it('probes the heaviest gap first, twice at the most, then goes on', () => {
    expect(replies([blank, blank, blank])).toEqual(['question', 'probe must', 'probe should', 'question'])
  })

  it('challenges a misconception once, before it probes', () => {
    const wrong = { ...blank, misconceptions: [{ misconceptionId: 'myth', quote: 'words' }] }
    expect(replies([wrong, wrong])).toEqual(['question', 'challenge', 'probe must'])
  })

  it('dives once when musts and shoulds are covered', () => {
    const whole = withVerdicts('covered', 'covered', 'missing')
    expect(replies([whole, whole])).toEqual(['question', 'dive', 'question'])
  })

  it('remarks once on an answer that is none, then goes on', () => {
    const gated: Grade = { ...blank, gate: 'empty' }
    expect(replies([gated, gated])).toEqual(['question', 'remark', 'question'])
  })

  it('closes when the question budget is spent', () => {
    const whole = withVerdicts('covered', 'covered', 'covered')
    expect(replies([whole, whole], { questions: 1 })).toEqual(['question', 'dive', 'closing questions'])
  })

  it('closes when the time is spent, whatever the answer was', () => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'], minutes: 5 }))
    step(run, blank)
    give(run, turn(run, 'answer'))
    run.now = new Date(start.getTime() + 5 * 60_000)
    step(run, blank)
    expect(run.state.closed?.reason).toBe('time')
  })

  it('closes when the chosen topics have nothing left', () => {
    const whole = withVerdicts('covered', 'covered', 'covered')
    expect(replies([whole, whole], { topics: ['tokenization'], questions: 5 })).toEqual([
      'question',
      'dive',
      'closing exhausted',
    ])
  })

  it('hints at the heaviest gap and does not probe it again', () => {
    const run = begin(settings.parse({ language: 'en', topics: ['attention'] }))
    step(run, blank)
    give(run, turn(run, 'hint-request'))
    step(run, blank)
    expect(movesOf(run.state).at(-1)?.move).toMatchObject({ kind: 'hint', keyPointId: 'must' })
    expect(currentMove(run.state)?.kind).toBe('question')
    give(run, turn(run, 'answer'))
    step(run, blank)
    expect(movesOf(run.state).at(-1)?.move).toMatchObject({ kind: 'probe', keyPointId: 'should' })
  })
})

describe('plan', () => {
  const skipThrough = (chosen: Settings, seed: number, recent: string[] = []) => {
    const run = begin(chosen, seed, recent)
    while (!run.state.closed) {
      while (nextStep(run.state)) step(run, blank)
      if (!run.state.closed) give(run, turn(run, 'skip'))
    }
    return askedQuestions(run.state)
  }

  it('covers the chosen topics evenly', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const asked = skipThrough(
          settings.parse({ language: 'en', topics: ['attention', 'optimizers'], questions: 6 }),
          seed,
        )
        expect(asked.filter((q) => q.topic === 'attention')).toHaveLength(3)
      }),
    )
  })

  it('prefers questions that recent interviews did not ask', () => {
    const recent = ['attention/attention-0', 'attention/attention-1']
    const asked = skipThrough(
      settings.parse({ language: 'en', topics: ['attention'], questions: 2 }),
      7,
      recent,
    )
    expect(asked.filter((q) => recent.includes(q.id))).toEqual([])
  })

  it('keeps to a fixed difficulty as near as it can', () => {
    const asked = skipThrough(
      settings.parse({ language: 'en', topics: ['attention'], questions: 1, difficulty: 4 }),
      3,
    )
    expect(asked[0]?.difficulty).toBe(4)
  })
})
