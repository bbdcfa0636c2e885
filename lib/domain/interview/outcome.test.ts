import { describe, expect, it } from 'vitest'
import { sampleQuestion } from '@/tests/fixtures/sample-handbook'
import type { Grade, VerdictKind } from '../grading/grade'
import type { Move } from './events'
import { outcomeOf } from './outcome'
import { snapshot } from './plan'
import type { Exchange } from './state'

const at = '2026-01-01T10:00:00.000Z'
const question = snapshot(sampleQuestion('attention', 'a'), 'attention', 'en')

type Said = [reply: Move['kind'], verdicts: readonly VerdictKind[], wrong?: readonly string[]]

/** An exchange in which each answer replies to a move of the given kind. */
function exchange(...said: readonly Said[]): Exchange {
  const moves = said.map(([kind], index) => {
    const id = { moveId: `m${index}` }
    const move: Move =
      kind === 'question'
        ? { ...id, kind, question }
        : kind === 'challenge'
          ? { ...id, kind, misconceptionId: 'myth' }
          : kind === 'dive'
            ? { ...id, kind, dive: 0 }
            : { ...id, kind: 'probe', keyPointId: 'must' }
    return { type: 'move' as const, move, at, question: 1, spoken: 'words' }
  })
  const turns = said.map(([, verdicts, wrong = []], index) => ({
    type: 'turn' as const,
    turnId: `t${index}`,
    kind: 'answer' as const,
    text: 'words',
    at,
    question: 1,
    repliesTo: `m${index}`,
    grade: {
      verdicts: ['must', 'should', 'nice'].map((keyPointId, point) => ({
        keyPointId,
        verdict: verdicts[point] ?? 'missing',
        confidence: 0.9,
        ...(verdicts[point] && verdicts[point] !== 'missing' && { quote: `q${index}` }),
      })),
      misconceptions: wrong.map((misconceptionId) => ({ misconceptionId, quote: `q${index}` })),
      confidence: 0.9,
      grader: 'fake',
      score: 0,
    } satisfies Grade,
  }))
  return { question, moves, turns }
}

const verdicts = (...said: readonly Said[]): VerdictKind[] =>
  outcomeOf(exchange(...said)).points.map((p) => p.verdict)

describe('outcomeOf', () => {
  it('keeps the best that was said of each point, and where it was said', () => {
    const { points, score } = outcomeOf(
      exchange(['question', ['partial', 'covered']], ['probe', ['covered', 'missing']]),
    )
    expect(points.map(({ verdict, quote, recovered }) => [verdict, quote, recovered])).toEqual([
      ['covered', 'q1', true],
      ['covered', 'q0', false],
      ['missing', undefined, false],
    ])
    expect(score).toBe(83)
  })

  it('lets a later answer take a point back, and make good again what was said wrong', () => {
    expect(verdicts(['question', ['covered']], ['probe', ['contradicted']])).toEqual([
      'contradicted',
      'missing',
      'missing',
    ])
    expect(verdicts(['question', ['contradicted']], ['probe', ['covered']])).toEqual([
      'covered',
      'missing',
      'missing',
    ])
    expect(verdicts(['question', ['covered']], ['probe', ['missing']])).toEqual([
      'covered',
      'missing',
      'missing',
    ])
  })

  it.each<[string, Said, boolean]>([
    ['answered by something right', ['challenge', ['covered']], true],
    ['answered by what had been said already', ['challenge', ['missing', 'covered']], false],
    ['answered by half a point', ['challenge', ['partial']], false],
    ['answered by the same claim again', ['challenge', ['covered'], ['myth']], false],
    ['answered by nothing', ['challenge', []], false],
  ])('holds a wrong claim against the candidate unless its challenge is %s', (_, reply, resolved) => {
    const wrong: Said = ['question', ['missing', 'covered'], ['myth']]
    const before = outcomeOf(exchange(wrong)).score ?? 0
    const after = outcomeOf(exchange(wrong, reply))
    expect(after.misconceptions).toMatchObject([{ misconceptionId: 'myth', resolved }])
    if (resolved) expect(after.score).toBeGreaterThan(before)
  })

  it('leaves deep dives out, and has no score without a grade', () => {
    const dived = outcomeOf(exchange(['question', ['covered']], ['dive', ['contradicted', 'covered']]))
    expect(dived.points.map((p) => p.verdict)).toEqual(['covered', 'missing', 'missing'])
    expect(outcomeOf({ question, moves: [], turns: [] })).not.toHaveProperty('score')
  })
})
