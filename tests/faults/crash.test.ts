import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInterview } from '@/lib/conduct/open-interview'
import type { Store } from '@/lib/conduct/ports'
import { readReport } from '@/lib/conduct/read-report'
import { takeTurn } from '@/lib/conduct/take-turn'
import { chance } from '@/lib/domain/interview/plan'
import { nextStep, turnsOf } from '@/lib/domain/interview/state'
import { openStore } from '@/lib/edges/store/open-store'
import { fakePorts } from '@/tests/fixtures/fake-ports'

const kills = 60
const lanes = 2
const owner = 'guest'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'viva-crash-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** Runs the child until `after` milliseconds past its first line, kills it, and returns all that it said. */
function runAndKill(file: string, run: string, after: number): Promise<string[]> {
  const child = path.join(import.meta.dirname, 'crash-child.ts')
  const process_ = spawn(process.execPath, ['--import', 'tsx', child, file, run], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let armed = false
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (armed) return
    armed = true
    setTimeout(() => process_.kill('SIGKILL'), after)
  })
  return new Promise((resolve, reject) => {
    process_.on('error', reject)
    process_.on('exit', (code, signal) => {
      // A line that was cut off in the middle was not acknowledged.
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(`the child ended by itself with ${code}`))
    })
  })
}

interface Promises {
  readonly interviews: Set<string>
  readonly closed: Set<string>
  readonly turns: Map<string, string>
}

function remember(lines: readonly string[], promises: Promises): void {
  for (const line of lines) {
    const [word, id = '', turn = ''] = line.split(' ')
    if (word === 'interview') promises.interviews.add(id)
    if (word === 'closed') promises.closed.add(id)
    if (word === 'ack') promises.turns.set(turn, id)
  }
}

async function expectKept(store: Store, promises: Promises): Promise<void> {
  for (const id of promises.interviews) expect(await store.load(id), id).toBeDefined()
  for (const id of promises.closed) expect((await store.load(id))?.header.status, id).toBe('closed')
  for (const [turn, id] of promises.turns) {
    const answers = (await store.load(id))?.events.filter((e) => e.type === 'AnswerSubmitted' && e.turnId === turn)
    expect(answers, `${turn} of ${id}`).toMatchObject([{ text: `${turn} the must and some of the rest` }])
  }
}

/** Takes an interview that was cut off to its end. */
async function finish(store: Store, id: string): Promise<void> {
  const ports = fakePorts({ store })
  for (let turn = 0; turn < 60; turn++) {
    const state = await openInterview(ports, { id, owner })
    if (!state) throw new Error(`${id} is gone`)
    expect(nextStep(state), 'opening leaves nothing undone').toBeUndefined()
    if (state.closed) break
    const outcome = await takeTurn(ports, { id, owner, turn: { turnId: `end-${turn}`, kind: 'answer', text: 'the must' } })
    if (outcome.ok) await outcome.turn.finish()
  }
  const report = await readReport(ports, { id, owner })
  expect(report).toMatchObject({ status: 'closed', complete: true })
  const state = await openInterview(ports, { id, owner })
  expect(state && turnsOf(state).length).toBe(report?.questions.flatMap((q) => q.answers).length)
}

async function lane(number: number, seed: number): Promise<number> {
  const file = path.join(dir, `lane-${number}`, 'viva.db')
  const promises: Promises = { interviews: new Set(), closed: new Set(), turns: new Map() }
  for (let kill = 0; kill < kills / lanes; kill++) {
    const after = chance(seed, number * 1000 + kill) * 120
    remember(await runAndKill(file, `run${number}.${kill}`, after), promises)
    const store = await openStore(file)
    await expectKept(store, promises)
    store.close()
  }
  const store = await openStore(file)
  for (const { id } of await store.list(owner, 1000)) await finish(store, id)
  await expectKept(store, promises)
  store.close()
  return promises.turns.size
}

it(`loses no acknowledged answer when it is killed ${kills} times, and every interview goes on to its end`, async () => {
  const seed = Date.now() % 2 ** 31
  console.log(`seed ${seed}`)
  const acknowledged = await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number, seed)))
  expect(Math.min(...acknowledged)).toBeGreaterThan(kills)
}, 240_000)
