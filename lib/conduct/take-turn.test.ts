import { describe, expect, it } from 'vitest'
import { settings } from '@/lib/domain/interview/settings'
import { turnsOf, type InterviewState } from '@/lib/domain/interview/state'
import { viewInterview } from '@/lib/domain/interview/view-interview'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'
import type { Listener } from './listener'
import { openInterview } from './open-interview'
import type { Ports } from './ports'
import { reportMarkdown } from '@/lib/domain/report/report-markdown'
import { readReport } from './read-report'
import { regrade } from './regrade'
import { startInterview } from './start-interview'
import { takeTurn, type TurnOutcome } from './take-turn'

const owner = 'guest'
const chosen = settings.parse({ language: 'en', topics: ['attention'], questions: 2 })

async function begin(ports: Ports, wanted = chosen): Promise<string> {
  const started = await startInterview(ports, { owner, settings: wanted })
  if (!started.ok) throw new Error(started.reason)
  return started.id
}

const send = (
  ports: Ports,
  id: string,
  turnId: string,
  text: string,
  inReplyTo?: string,
): Promise<TurnOutcome> =>
  takeTurn(ports, { id, owner, turn: { turnId, kind: 'answer', text, ...(inReplyTo && { inReplyTo }) } })

async function answer(
  ports: Ports,
  id: string,
  turnId: string,
  text: string,
  listener?: Listener,
): Promise<InterviewState> {
  const outcome = await send(ports, id, turnId, text)
  if (!outcome.ok) throw new Error(outcome.rejection)
  return outcome.turn.finish(listener)
}

const messages = async (ports: Ports, id: string) => {
  const state = await openInterview(ports, { id, owner })
  return state ? viewInterview(id, state, ports.now()).messages : []
}

describe('takeTurn', () => {
  it('saves the answer before it is graded', async () => {
    const ports = fakePorts({ grade: () => Promise.reject(new Error('must not matter')) })
    const id = await begin(ports)
    const outcome = await send(ports, id, 't1', 'my answer')
    expect(outcome.ok).toBe(true)
    const stored = await ports.store.load(id)
    expect(stored?.events.at(-1)).toMatchObject({ type: 'AnswerSubmitted', text: 'my answer' })
  })

  it('holds a whole interview with probes and ends with a report', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    await answer(ports, id, 't1', 'the must')
    await answer(ports, id, 't2', 'the should')
    await answer(ports, id, 't3', 'deeper')
    await answer(ports, id, 't4', 'myth')
    await answer(ports, id, 't5', 'must after all')
    await answer(ports, id, 't6', 'should')
    const state = await answer(ports, id, 't7', 'deeper')
    expect(state.closed?.reason).toBe('questions')
    const report = await readReport(ports, { id, owner })
    expect(report).toMatchObject({ complete: true, questions: [{ graded: true }, { graded: true }] })
    expect(report?.questions[1]?.misconceptions).toMatchObject([{ id: 'myth', resolved: true }])
    expect(report?.questions[0]?.keyPoints.map((p) => p.recovered)).toEqual([false, true, false])
  })

  it('tells nothing of the rubric of a question that is still open', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    await answer(ports, id, 't1', 'the must')
    const report = await readReport(ports, { id, owner })
    const [asked] = report?.questions ?? []
    expect(asked).toMatchObject({ open: true, keyPoints: [], misconceptions: [], reference: '' })
    expect(asked?.answers).toMatchObject([{ text: 'the must', graded: true, verdicts: [] }])
    expect(report?.studyNext).toEqual([])
    expect(report && reportMarkdown(report)).not.toContain('should')
  })

  it('takes one turn once when it is sent 20 times at the same moment, and tells everybody the same', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    const heard = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const told: string[] = []
        await answer(ports, id, 't1', 'the must', {
          words: (_, delta) => told.push(delta),
        })
        return told.join('')
      }),
    )
    const all = await messages(ports, id)
    expect(all.map((m) => m.kind)).toEqual(['question', 'answer', 'probe'])
    expect(new Set(heard).size).toBe(1)
    expect(heard[0]).toBe(all[2]?.text)
  })

  it('takes one of 20 different answers to the same question and refuses the others', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send(ports, id, `t${index}`, 'the must', 'm1')),
    )
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
    const refused = outcomes.flatMap((o) => (o.ok ? [] : [o.rejection]))
    expect(refused.every((r) => r === 'busy' || r === 'moved-on')).toBe(true)
    expect((await messages(ports, id)).filter((m) => m.kind === 'answer')).toHaveLength(1)
  })

  it('repeats what came of a turn to whoever sends it again later', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    await answer(ports, id, 't1', 'the must')
    const told: string[] = []
    await answer(ports, id, 't1', 'something else', { message: ({ move }) => told.push(move.kind) })
    expect(told).toEqual(['probe'])
    expect((await messages(ports, id)).filter((m) => m.kind === 'answer').map((m) => m.text)).toEqual([
      'the must',
    ])
  })

  it('carries on after a crash between any two appends, with the same result', async () => {
    const whole = fakePorts()
    const wholeId = await begin(whole)
    await answer(whole, wholeId, 't1', 'the must')
    const expected = (await messages(whole, wholeId)).map(({ kind, text }) => ({ kind, text }))

    for (const survives of [0, 1, 2]) {
      const ports = fakePorts()
      const id = await begin(ports)
      const outcome = await send(ports, id, 't1', 'the must')
      if (!outcome.ok) throw new Error(outcome.rejection)
      const crashing = crashAfter(ports, survives)
      const again = await takeTurn(crashing, {
        id,
        owner,
        turn: { turnId: 't1', kind: 'answer', text: 'the must' },
      })
      if (again.ok) await again.turn.finish().catch(() => undefined)
      expect((await messages(ports, id)).map(({ kind, text }) => ({ kind, text }))).toEqual(expected)
    }
  })

  it('gives another visitor nothing', async () => {
    const ports = fakePorts()
    const id = await begin(ports)
    const turn = { turnId: 't1', kind: 'answer', text: 'x' } as const
    expect(await takeTurn(ports, { id, owner: 'other', turn })).toEqual({ ok: false, rejection: 'not-found' })
    expect(await openInterview(ports, { id, owner: 'other' })).toBeUndefined()
    expect(await openInterview(ports, { id, owner: undefined })).toBeUndefined()
    expect(await readReport(ports, { id, owner: 'other' })).toBeUndefined()
    expect(await regrade(ports, { id, owner: 'other', turnId: 't1' })).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })

  it('drops a quote that does not stand in the answer, and its credit with it', async () => {
    const ports = fakePorts({
      grade: async (input) => {
        const judgement = await namingGrader({ ...input, answer: 'must should nice' })
        return { ...judgement, grader: 'liar' }
      },
    })
    const id = await begin(ports)
    const state = await answer(ports, id, 't1', 'nothing of the kind')
    expect(turnsOf(state)[0]?.grade?.score).toBe(0)
  })
})

/** Ports whose store fails for good after some more appends, as a process does that is killed. */
function crashAfter(ports: Ports, appends: number): Ports {
  let left = appends
  const { store } = ports
  return {
    ...ports,
    store: {
      ...store,
      append: (...args) => (left-- > 0 ? store.append(...args) : Promise.reject(new Error('killed'))),
    },
  }
}

describe('an answer whose grading fails', () => {
  it('is kept as ungraded, does not stop the interview, and can be graded later', async () => {
    let broken = true
    const ports = fakePorts({
      grade: (input) => (broken ? Promise.reject(new Error('out of order')) : namingGrader(input)),
    })
    const id = await begin(ports)
    const state = await answer(ports, id, 't1', 'the must')
    expect(viewInterview(id, state, ports.now()).progress.asked).toBe(2)
    const before = await readReport(ports, { id, owner })
    expect(before?.questions[0]).toMatchObject({ graded: false })
    expect(before?.questions[0]).not.toHaveProperty('score')

    expect(await regrade(ports, { id, owner, turnId: 't1' })).toEqual({ ok: false, reason: 'failed' })
    broken = false
    expect(await regrade(ports, { id, owner, turnId: 't1' })).toMatchObject({ ok: true })
    const after = await readReport(ports, { id, owner })
    expect(after?.questions[0]).toMatchObject({ graded: true, score: 50 })
    expect(await regrade(ports, { id, owner, turnId: 't1' })).toEqual({ ok: false, reason: 'already-graded' })
  })
})

describe('startInterview', () => {
  it('names the topics that do not exist or have no questions', async () => {
    const ports = fakePorts()
    const start = (topics: string[]) => startInterview(ports, { owner, settings: { ...chosen, topics } })
    expect(await start(['attention', 'nothing'])).toEqual({
      ok: false,
      reason: 'unknown-topic',
      ids: ['nothing'],
    })
    expect(await start(['empty'])).toEqual({ ok: false, reason: 'empty-topic', ids: ['empty'] })
  })

  it('asks first what the last interviews did not ask', async () => {
    const ports = fakePorts()
    const asked = async (id: string) => (await messages(ports, id))[0]?.text
    const texts = [
      await asked(await begin(ports)),
      await asked(await begin(ports)),
      await asked(await begin(ports)),
    ]
    expect(new Set(texts).size).toBe(3)
  })
})
