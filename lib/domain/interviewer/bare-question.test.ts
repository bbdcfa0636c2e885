import { describe, expect, it } from 'vitest'
import { everywhere } from '../handbook/pack/pack-question'
import { assemble } from '../handbook/assemble'
import type { Question } from '../handbook/question'
import { wordsFor } from './words'
import { decide, type Command } from '../interview/decide'
import { fold, foldOnto } from '../interview/evolve'
import { settings } from '../interview/settings'
import { askedQuestions, movesOf, type InterviewState } from '../interview/state'

const question: Question = {
  ...{ id: 'pack-x/q', topic: 'pack-x', alsoIn: [], covers: [], difficulty: 3, hash: 'h' },
  prompt: everywhere('What does a barometer measure?'),
  answer: everywhere('It measures air pressure, with mercury, or a sealed cell.'),
  ...{ keyPoints: [], misconceptions: [], deepDives: [], references: [] },
}
const topic = { id: 'pack-x', part: 'my', title: everywhere('x'), description: everywhere('x'), outline: 0 }
const handbook = assemble([{ id: 'my', title: everywhere('my'), topics: [topic] }], [question], 'hash')
const context = { handbook, now: new Date('2026-01-01T10:00:00.000Z') }

function after(state: InterviewState | undefined, command: Command): InterviewState {
  const decision = decide(state, command, context)
  if (!decision.ok) throw new Error(decision.rejection)
  const { events } = decision
  const next = state ? foldOnto(state, events) : fold(events)
  if (!next) throw new Error('nothing was decided')
  // Everything that was decided is said at once.
  return movesOf(next)
    .filter(({ spoken }) => spoken === undefined)
    .reduce<InterviewState>((own, { move }) => {
      const said = decide(
        own,
        { type: 'recordUtterance', moveId: move.moveId, text: wordsFor(own, move).join(' ') },
        context,
      )
      return said.ok ? foldOnto(own, said.events) : own
    }, next)
}

const started = (): InterviewState =>
  after(undefined, {
    ...{ type: 'start', seed: 1, recent: [] },
    settings: settings.parse({ language: 'en', topics: ['pack-x'], questions: 1 }),
  })

function answered(state: InterviewState, turnId: string): InterviewState {
  const taken = after(state, { type: 'take', turn: { turnId, kind: 'answer', text: 'air pressure' } })
  const verdicts = (askedQuestions(taken)[0]?.keyPoints ?? []).map(({ id }) => ({
    ...{ keyPointId: id, verdict: 'missing' as const, confidence: 1 },
  }))
  const grade = { verdicts, misconceptions: [], confidence: 1, grader: 'builtin', score: 0 }
  return after(taken, { type: 'recordGrade', turnId, grade })
}

const kinds = (state: InterviewState): string[] => movesOf(state).map(({ move }) => move.kind)

describe('a question that has a reference and no rubric', () => {
  it('is asked with the key points that its reference comes down to', () => {
    const points = askedQuestions(started())[0]?.keyPoints ?? []
    expect(points.length).toBeGreaterThan(1)
    expect(points.map(({ claim }) => claim.en).join(' ')).toContain('mercury')
  })

  it('is followed up once, by what else there is to say, and gives nothing away', () => {
    const once = answered(started(), 't1')
    expect(kinds(once)).toEqual(['question', 'probe'])
    expect(movesOf(once).at(-1)?.spoken).not.toContain('mercury')
    expect(movesOf(once).at(-1)?.spoken).toMatch(/\?$/)
    expect(kinds(answered(once, 't2'))).toEqual(['question', 'probe', 'closing'])
  })

  it('has no hint that would not be the answer, and is put once more in its own words when it is not clear', () => {
    const turn = (kind: 'hint-request' | 'clarification-request') =>
      after(started(), { type: 'take', turn: { turnId: 't', kind, text: '' } })
    const [hint, clarification] = [turn('hint-request'), turn('clarification-request')].map((state) =>
      movesOf(state).at(-1),
    )
    expect(hint?.move).toMatchObject({ kind: 'hint' })
    expect(hint?.spoken).not.toContain('mercury')
    expect(hint?.move.kind === 'hint' && hint.move.keyPointId).toBeUndefined()
    expect(clarification?.spoken).toContain('What does a barometer measure?')
    expect(clarification?.spoken).not.toContain('Chinese')
  })
})
