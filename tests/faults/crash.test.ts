import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInterview } from '@/lib/conduct/open-interview'
import type { Store } from '@/lib/conduct/ports'
import { readReport } from '@/lib/conduct/read-report'
import { takeTurn } from '@/lib/conduct/take-turn'
import type { InterviewEvent } from '@/lib/domain/interview/events'
import { fold } from '@/lib/domain/interview/evolve'
import { chance } from '@/lib/domain/interview/plan'
import { nextStep, turnsOf } from '@/lib/domain/interview/state'
import { openStore } from '@/lib/edges/store/open-store'
import { fakePorts } from '@/tests/fixtures/fake-ports'

const kills = 60
/** Databases that are killed at side by side. */
const lanes = 2
const owner = 'guest'

let dir = ''
let child = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'viva-crash-'))
  // Compiled once: sixty starts through tsx take a minute. Under node_modules, so that it finds its packages.
  const built = path.join(process.cwd(), 'node_modules', '.cache', path.basename(dir))
  child = path.join(built, 'crash-child.mjs')
  const entry = path.join(import.meta.dirname, 'crash-child.ts')
  await build({
    entryPoints: [entry],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})
afterAll(async () => {
  for (const folder of [dir, path.dirname(child)]) await rm(folder, { recursive: true, force: true })
})

/** When to kill: so many milliseconds after so many lines. */
interface Aim {
  readonly lines: number
  readonly wait: number
}

/** Every fourth kill falls into opening and recovery, the others anywhere in the turns; by lines, to suit any speed. */
function aimAt(kill: number, random: (index: number) => number): Aim {
  if (kill % 4 === 0) return { lines: 1, wait: random(0) * 60 }
  return { lines: 2 + Math.floor(random(1) * 30), wait: random(2) * 8 }
}

/** Lets a child hold interviews, kills it, and returns the lines that it said. */
async function runAndKill(args: readonly string[], aim: Aim): Promise<string[]> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let aimed = false
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (aimed || said.split('\n').length <= aim.lines) return
    aimed = true
    setTimeout(() => running.kill('SIGKILL'), aim.wait)
  })
  // `close`, unlike `exit`, waits for the last lines in the pipe: the promises that are hardest to keep.
  const [code, signal] = await once(running, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself with ${code}`)
  return said.split('\n').slice(0, -1)
}

const idOf = (event: InterviewEvent): string =>
  event.type === 'Asked' ? event.move.moveId : event.type === 'Spoken' ? event.moveId : turnOf(event)

const turnOf = (event: InterviewEvent): string => ('turnId' in event ? event.turnId : '')

type Stored = ReadonlyMap<string, readonly InterviewEvent[]>

/** Every interview of a store, each checked to be whole in itself. */
async function readAll(store: Store): Promise<{ stored: Stored; cutOff: number }> {
  const stored = new Map<string, readonly InterviewEvent[]>()
  let cutOff = 0
  for (const header of await store.list(owner, 10_000)) {
    const events = (await store.load(header.id))?.events ?? []
    const state = fold(events)
    expect(state, `${header.id} folds`).toBeDefined()
    expect(header.status, `header of ${header.id}`).toBe(state?.closed ? 'closed' : 'active')
    const happened = events.map((event) => `${event.type} ${idOf(event)}`)
    expect(happened, `nothing of ${header.id} happened twice`).toEqual([...new Set(happened)])
    if (state && nextStep(state)) cutOff++
    stored.set(header.id, events)
  }
  return { stored, cutOff }
}

/** The events of a kind that a turn has. */
const eventsOf = (stored: Stored, id: string, turn: string, type: InterviewEvent['type']) =>
  stored.get(id)?.filter((event) => event.type === type && turnOf(event) === turn)

function expectKept(stored: Stored, lines: readonly string[]): void {
  for (const line of lines) {
    const [word, id = '', turn = ''] = line.split(' ')
    if (word === 'interview') expect(stored.has(id), line).toBe(true)
    if (word === 'closed') expect(stored.get(id)?.at(-1), line).toMatchObject({ type: 'Spoken' })
    if (word === 'saved')
      expect(eventsOf(stored, id, turn, 'AnswerSubmitted'), line).toMatchObject([
        { text: `${turn} the must and some of the rest` },
      ])
    if (word === 'finished') expect(eventsOf(stored, id, turn, 'AnswerGraded'), line).toHaveLength(1)
  }
}

/** Takes an interview that was cut off to its end. */
async function finish(store: Store, id: string): Promise<void> {
  const ports = fakePorts({ store, now: () => new Date() })
  for (let turn = 0; turn < 60; turn++) {
    const state = await openInterview(ports, { id, owner })
    if (!state) throw new Error(`${id} is gone`)
    expect(nextStep(state), 'opening leaves nothing undone').toBeUndefined()
    if (state.closed) break
    const last = { turnId: `last-${turn}`, kind: 'answer', text: 'the must' } as const
    const outcome = await takeTurn(ports, { id, owner, turn: last })
    if (!outcome.ok) throw new Error(outcome.rejection)
    await outcome.turn.finish()
  }
  const report = await readReport(ports, { id, owner })
  expect(report).toMatchObject({ status: 'closed', complete: true })
  const state = await openInterview(ports, { id, owner })
  expect(state && turnsOf(state).length).toBe(report?.questions.flatMap((q) => q.answers).length)
}

/** Kills again and again at one database, then ends every interview in it. */
async function lane(number: number, seed: number): Promise<{ lines: string[]; cutOff: number }> {
  const file = path.join(dir, `lane-${number}`, 'viva.db')
  const lines: string[] = []
  let cutOff = 0
  for (let kill = 0; kill < kills / lanes; kill++) {
    const sent = lines.findLast((line) => line.startsWith('sent '))?.split(' ') ?? []
    const aim = aimAt(kill, (index) => chance(seed, (number * kills + kill) * 3 + index))
    lines.push(...(await runAndKill([file, `run-${number}.${kill}`, ...sent.slice(1)], aim)))
    const store = await openStore(file)
    const found = await readAll(store)
    store.close()
    expectKept(found.stored, lines)
    cutOff += found.cutOff
  }
  const store = await openStore(file)
  for (const { id } of await store.list(owner, 10_000)) await finish(store, id)
  expectKept((await readAll(store)).stored, lines)
  store.close()
  return { lines, cutOff }
}

it(`loses no acknowledged answer when it is killed ${kills} times, and every interview goes on to its end`, async () => {
  const seed = Number(process.env.VIVA_CRASH_SEED ?? Date.now() % 2 ** 31)
  const ended = await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number, seed)))
  const count = (word: string) => ended.flatMap(({ lines }) => lines).filter((l) => l.startsWith(word)).length
  const cutOff = ended.reduce((sum, found) => sum + found.cutOff, 0)
  console.log(
    `seed ${seed} (VIVA_CRASH_SEED): ${kills} kills, ${cutOff} of them in the middle of a turn, ` +
      `${count('saved ')} answers acknowledged, ${count('closed ')} interviews ended under fire`,
  )
  // Else the kills have fallen where nothing was going on.
  expect(cutOff).toBeGreaterThan(0)
  expect(count('saved ')).toBeGreaterThan(kills)
}, 240_000)
