import { openInterview } from '@/lib/conduct/open-interview'
import { startInterview } from '@/lib/conduct/start-interview'
import { takeTurn } from '@/lib/conduct/take-turn'
import { settings } from '@/lib/domain/interview/settings'
import { openStore } from '@/lib/edges/store/open-store'
import { fakePorts } from '@/tests/fixtures/fake-ports'

// Holds interviews one after another until it is killed, and says on stdout what it has acknowledged:
// `interview <id>` once one has begun, `ack <id> <turn>` once a turn is saved, `closed <id>` at the end.
const [file = '', run = ''] = process.argv.slice(2)
const owner = 'guest'
const store = await openStore(file)
let ids = 0
const ports = fakePorts({ store, newId: () => `${run}-${++ids}` })
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

async function hold(id: string): Promise<void> {
  for (let turn = 1; ; turn++) {
    const state = await openInterview(ports, { id, owner })
    if (!state || state.closed) return
    const turnId = `${run}-${turn}`
    const text = `${turnId} the must and some of the rest`
    const outcome = await takeTurn(ports, { id, owner, turn: { turnId, kind: 'answer', text } })
    if (!outcome.ok) throw new Error(outcome.rejection)
    say(`ack ${id} ${turnId}`)
    await outcome.turn.finish()
  }
}

const [unfinished] = (await store.list(owner, 100)).filter(({ status }) => status === 'active')
let id = unfinished?.id
for (;;) {
  if (id === undefined) {
    const chosen = settings.parse({ language: 'en', topics: ['attention', 'optimizers'], questions: 10 })
    const started = await startInterview(ports, { owner, settings: chosen })
    if (!started.ok) throw new Error(started.reason)
    id = started.id
    say(`interview ${id}`)
  }
  await hold(id)
  say(`closed ${id}`)
  id = undefined
}
