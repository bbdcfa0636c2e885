import { describe, expect, it } from 'vitest'
import { settings } from '@/lib/domain/interview/settings'
import { movesOf, turnsOf } from '@/lib/domain/interview/state'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'
import { objectTo } from './object-to'
import type { Ports, Voice } from './ports'
import { regrade } from './regrade'
import { startInterview } from './start-interview'
import { takeTurn } from './take-turn'

const owner = 'guest'
const use = { model: 'm', promptVersion: 'v', calls: 1, inputTokens: 1, outputTokens: 1 }

/** A voice that says these pieces, and then fails where it is told to. */
const saying =
  (pieces: readonly string[], failure?: string): Voice =>
  (_, hear) => {
    for (const piece of pieces) if (!hear(piece)) return Promise.resolve(use)
    return failure === undefined
      ? Promise.resolve(use)
      : Promise.reject(Object.assign(new Error('x'), { failure }))
  }

async function begin(ports: Ports, language: 'zh' | 'en' = 'en') {
  const chosen = settings.parse({ language, topics: ['attention'], questions: 1 })
  const started = await startInterview(ports, { owner, settings: chosen })
  if (!started.ok) throw new Error(started.reason)
  return started.id
}

async function turn(
  ports: Ports,
  id: string,
  kind: 'answer' | 'hint-request' | 'clarification-request' = 'answer',
  text = 'the must',
) {
  const told: string[] = []
  const outcome = await takeTurn(ports, { id, owner, turn: { turnId: `t-${kind}`, kind, text } })
  if (!outcome.ok) throw new Error(outcome.rejection)
  const state = await outcome.turn.finish({ words: (_, delta) => told.push(delta) })
  return { state, told, said: movesOf(state).at(-1) }
}

const spokenBy = async (voice: Voice, kind?: 'answer' | 'hint-request' | 'clarification-request') => {
  const ports = fakePorts({ voice })
  return turn(ports, await begin(ports), kind)
}

// The question that the sample handbook's plan begins with.
const slug = 'attention-1'

describe('what a model says', () => {
  it('is told sentence by sentence, and kept with what it took', async () => {
    const { told, said } = await spokenBy(saying(['You said "the', ' must". Go', ' on: what else is there?']))
    expect(told).toEqual(['You said "the must".', ' Go on: what else is there?'])
    expect(said).toMatchObject({ spoken: 'You said "the must". Go on: what else is there?', use })
  })

  it('ends with its first question', async () => {
    const { said } = await spokenBy(saying(['One? Two? Three?']))
    expect(said?.spoken).toBe('One?')
  })

  it.each([
    ['by its cue', `It is the ${slug}-should, you know. And?`],
    ['by the claim', `The point is ${slug} should claim and nothing else. And?`],
  ])(
    'is not shown where it gives the missing point away, %s: the authored probe is asked',
    async (_, leak) => {
      const { told, said } = await spokenBy(saying([leak]))
      expect(told.join('')).not.toContain('should')
      expect(said?.spoken).toContain(`What of the other side of ${slug}?`)
    },
  )

  it('keeps what was said before a leak, and asks the authored probe after it', async () => {
    const { said } = await spokenBy(saying(['You have a point. ', `It is ${slug}-should. And?`]))
    expect(said?.spoken).toBe(`You have a point. What of the other side of ${slug}?`)
  })

  it('is completed in the built-in words where the model breaks off, and says why', async () => {
    const { said } = await spokenBy(saying(['You have a point. And th'], 'cut-off'))
    expect(said).toMatchObject({
      spoken: `You have a point. What of the other side of ${slug}?`,
      failure: 'cut-off',
    })
  })

  it.each(['hint-request', 'clarification-request'] as const)(
    'gives nothing away in reply to a %s',
    async (kind) => {
      const { said } = await spokenBy(saying([`Think of ${slug}-must. `]), kind)
      expect(said?.spoken).not.toContain(`${slug}-must`)
      expect(said?.spoken).toMatch(/\S/)
    },
  )

  it('never words a question or the close', async () => {
    const asked: string[] = []
    const ports = fakePorts({
      voice: (brief) => {
        asked.push(brief.kind)
        return Promise.resolve(use)
      },
    })
    const id = await begin(ports)
    await turn(ports, id)
    expect(asked).toEqual(['probe'])
  })
})

const modelGrader: NonNullable<Ports['modelGrade']> = async (input) => ({
  ...(await namingGrader({ ...input, answer: `${input.answer} should` })),
  ...{ grader: 'm', use },
})

describe('grading again', () => {
  it('is offered where a model is set up by now, keeps the earlier grade, and is done once', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    await turn(ports, id)
    expect(await regrade(ports, { id, owner, turnId: 't-answer' })).toMatchObject({
      reason: 'already-graded',
    })
    const better = {
      ...ports,
      modelGrade: (input: Parameters<typeof modelGrader>[0]) => modelGrader({ ...input }),
    }
    // The sample grader quotes ids, which must stand in the answer.
    expect(await regrade(better, { id, owner, turnId: 't-answer' })).toMatchObject({
      ok: true,
      grade: { grader: 'm' },
    })
    expect(await regrade(better, { id, owner, turnId: 't-answer' })).toMatchObject({
      reason: 'already-graded',
    })
    const { state } = await turn(better, id)
    expect(turnsOf(state)[0]?.earlier).toMatchObject([{ grader: 'fake' }])
  })

  it('keeps the grade that is there when the model fails', async () => {
    const ports = fakePorts({
      modelGrade: () => Promise.reject(Object.assign(new Error('x'), { failure: 'timed-out' })),
    })
    const id = await begin(ports)
    await turn(ports, id)
    const outcome = await regrade(ports, { id, owner, turnId: 't-answer' })
    expect(outcome).toEqual({ ok: false, reason: 'failed', failure: 'timed-out' })
  })
})

describe('objecting to a verdict', () => {
  const answer = 'the must and the should'
  const objecting = async (
    modelGrade: Ports['modelGrade'],
    about: Parameters<typeof objectTo>[1]['about'],
  ) => {
    const logged: unknown[] = []
    const ports = fakePorts({
      grade: async (input) => namingGrader({ ...input, answer: 'the must' }),
      ...(modelGrade && { modelGrade }),
      log: { info: (fields) => logged.push(fields), warn: () => {}, error: () => {} },
    })
    const id = await begin(ports)
    await turn(ports, id, 'answer', answer)
    await takeTurn(ports, { id, owner, turn: { turnId: 'end', kind: 'end', text: '' } }).then((outcome) =>
      outcome.ok ? outcome.turn.finish() : undefined,
    )
    const request = { id, owner, turnId: 't-answer', about }
    return { outcome: await objectTo(ports, request), again: await objectTo(ports, request), logged }
  }
  const seesAll: NonNullable<Ports['modelGrade']> = async (input) => ({
    ...(await namingGrader(input)),
    grader: 'm',
    use,
  })

  it('changes the one verdict where a blind second look sees more, keeps both, and logs no words', async () => {
    const { outcome, again, logged } = await objecting(seesAll, { keyPointId: 'should' })
    expect(outcome).toMatchObject({
      ok: true,
      objection: {
        outcome: 'changed',
        first: { score: 50 },
        second: { score: 83 },
        grade: { score: 83, grader: 'fake' },
      },
    })
    expect(again).toEqual({ ok: false, reason: 'already-objected' })
    expect(logged).toMatchObject([
      { outcome: 'changed', first: 'missing', second: 'covered', graders: ['fake', 'm'] },
    ])
    expect(JSON.stringify(logged)).not.toContain(answer)
  })

  it('upholds it where the second look sees no more: an objection costs nothing', async () => {
    const { outcome } = await objecting(
      async (input) => ({
        ...(await namingGrader({ ...input, answer: '' })),
        gate: undefined,
        grader: 'm',
        use,
      }),
      { keyPointId: 'must' },
    )
    expect(outcome).toMatchObject({ objection: { outcome: 'upheld', grade: { score: 50 } } })
  })

  it('is noted where there is no model to look', async () => {
    const { outcome } = await objecting(undefined, { keyPointId: 'nice' })
    expect(outcome).toMatchObject({ objection: { outcome: 'noted' } })
    expect(outcome.ok && outcome.objection.second).toBeUndefined()
  })

  it('shows the second grader the rubric in another order and nothing of the first grade', async () => {
    const seen: unknown[] = []
    await objecting(
      (input, options) => {
        seen.push([
          input.question.keyPoints.map(({ id }) => id).sort(),
          options?.sample,
          Object.keys(input).sort(),
        ])
        return seesAll(input, options)
      },
      { keyPointId: 'should' },
    )
    expect(seen).toEqual([[['must', 'nice', 'should'], 1, ['answer', 'asked', 'language', 'question']]])
  })

  it('finds nothing for verdicts that there are none of', async () => {
    const { outcome } = await objecting(seesAll, { keyPointId: 'unheard-of' })
    expect(outcome).toEqual({ ok: false, reason: 'not-found' })
  })
})
