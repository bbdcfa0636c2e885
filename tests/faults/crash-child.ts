import { setTimeout as pause } from 'node:timers/promises'
import { openInterview } from '@/lib/conduct/open-interview'
import { startInterview } from '@/lib/conduct/start-interview'
import { takeTurn } from '@/lib/conduct/take-turn'
import { settings } from '@/lib/domain/interview/settings'
import { openStore } from '@/lib/edges/store/open-store'
import { fakePorts, namingGrader } from '@/tests/fixtures/fake-ports'

// Holds interviews one after another until it is killed. Each line on stdout is a promise that was made:
// `loaded`, `interview <id>`, `sent <id> <turn>`, `saved <id> <turn>`, `finished <id> <turn>`, `closed <id>`.
// Begins by sending once more the turn that the one before it was killed at, as a browser does.
const [file = '', run = '', sentId, sentTurn] = process.argv.slice(2)
const owner = 'guest'
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

say('loaded')
const store = await openStore(file)
let ids = 0
const ports = fakePorts({
  store,
  newId: () => `${run}-${++ids}`,
  now: () => new Date(),
  // Long enough for a kill to fall between the saving of an answer and its grade.
  grade: async (input) => {
    await pause(2)
    return namingGrader(input)
  },
})

async function send(id: string, turnId: string): Promise<void> {
  say(`sent ${id} ${turnId}`)
  const text = `${turnId} the must and some of the rest`
  const outcome = await takeTurn(ports, { id, owner, turn: { turnId, kind: 'answer', text } })
  if (!outcome.ok) throw new Error(`${turnId} of ${id} was refused: ${outcome.rejection}`)
  say(`saved ${id} ${turnId}`)
  await outcome.turn.finish()
  say(`finished ${id} ${turnId}`)
}

async function start(): Promise<string> {
  const chosen = settings.parse({ language: 'en', topics: ['attention', 'optimizers'], questions: 3 })
  const started = await startInterview(ports, { owner, settings: chosen })
  if (!started.ok) throw new Error(started.reason)
  say(`interview ${started.id}`)
  return started.id
}

if (sentId !== undefined && sentTurn !== undefined) await send(sentId, sentTurn)
let [id] = (await store.list(owner, 1000)).flatMap((header) => (header.status === 'active' ? header.id : []))
for (let turn = 1; ; turn++) {
  id ??= await start()
  const state = await openInterview(ports, { id, owner })
  if (!state) throw new Error(`${id} is gone`)
  if (state.closed) {
    say(`closed ${id}`)
    id = undefined
  } else await send(id, `${run}-turn-${turn}`)
}
