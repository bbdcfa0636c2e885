import { describe, expect, it } from 'vitest'
import { settings } from '@/lib/domain/interview/settings'
import { sharedReport } from '@/lib/domain/report/shared-report'
import { fakePorts } from '@/tests/fixtures/fake-ports'
import type { Ports, WordOpening } from './ports'
import { readReport } from './read-report'
import { startInterview } from './start-interview'
import { takeTurn } from './take-turn'
import { writeOpening } from './write-opening'

const owner = 'guest'
const use = { model: 'm', promptVersion: 'opening-1', calls: 1, inputTokens: 5, outputTokens: 7 }

/** Says each claim again, and counts how often it was asked. */
function wording(summary = 'Well begun.'): WordOpening & { calls: number } {
  const word = Object.assign(
    ({ points }: Parameters<WordOpening>[0]) => {
      word.calls++
      const said = points.map(({ number, claim }) => ({ number, text: `That is: ${claim}` }))
      return Promise.resolve({ draft: { summary, points: said }, use })
    },
    { calls: 0 },
  )
  return word
}

async function held(ports: Ports, kinds: readonly ('answer' | 'end')[]): Promise<string> {
  const wanted = settings.parse({ language: 'en', topics: ['attention'], questions: 2 })
  const started = await startInterview(ports, { owner, settings: wanted })
  if (!started.ok) throw new Error(started.reason)
  for (const [index, kind] of kinds.entries()) {
    const turn = { turnId: `t${index}`, kind, text: 'the must' }
    const taken = await takeTurn(ports, { id: started.id, owner, turn })
    if (!taken.ok) throw new Error(taken.rejection)
    await taken.turn.finish()
  }
  return started.id
}

describe('the opening in a model’s words', () => {
  it('is written once, kept with the interview, and shared only with the answers', async () => {
    const wordOpening = wording()
    const ports = fakePorts({ wordOpening })
    const id = await held(ports, ['answer', 'end'])
    expect(await writeOpening(ports, { id, owner })).toEqual({ ok: true, written: true })
    expect(await writeOpening(ports, { id, owner })).toEqual({ ok: true, written: false })
    expect(wordOpening.calls).toBe(1)
    const report = await readReport(ports, { id, owner })
    expect(report?.opening).toMatchObject({ summary: 'Well begun.', model: 'm' })
    expect(report?.use).toMatchObject({ calls: 1, inputTokens: 5 })
    if (!report) throw new Error('no report')
    expect(sharedReport(report, true).opening).toMatchObject({ summary: 'Well begun.', model: undefined })
    expect(sharedReport(report, false).opening).toBeUndefined()
  })

  it('waits for the end, belongs to its owner, and needs a model', async () => {
    const ports = fakePorts({ wordOpening: wording() })
    const running = await held(ports, ['answer'])
    expect(await writeOpening(ports, { id: running, owner })).toEqual({ ok: false, reason: 'not-closed' })
    const missing = { ok: false, reason: 'not-found' }
    expect(await writeOpening(ports, { id: running, owner: 'other' })).toEqual(missing)
    const builtin = fakePorts()
    const id = await held(builtin, ['answer', 'end'])
    expect(await writeOpening(builtin, { id, owner })).toEqual({ ok: false, reason: 'no-model' })
  })

  it.each([
    ['words that prove nothing', wording('You said “I am the best”.'), 'invalid-output'],
    [
      'a model that fails',
      () => Promise.reject(Object.assign(new Error('x'), { failure: 'timed-out' })),
      'timed-out',
    ],
  ] as const)('leaves the composed one where there are %s', async (_, wordOpening, failure) => {
    const ports = fakePorts({ wordOpening })
    const id = await held(ports, ['answer', 'end'])
    const before = await readReport(ports, { id, owner })
    expect(await writeOpening(ports, { id, owner })).toEqual({ ok: false, reason: 'failed', failure })
    expect(await readReport(ports, { id, owner })).toEqual(before)
  })

  it('has nothing to say where nothing was graded', async () => {
    const wordOpening = wording()
    const ports = fakePorts({ wordOpening })
    const id = await held(ports, ['end'])
    expect(await writeOpening(ports, { id, owner })).toEqual({ ok: true, written: false })
    expect(wordOpening.calls).toBe(0)
  })
})
