import { once } from 'node:events'
import { openStore } from '@/lib/edges/store/open-store'
import { answer, change, header } from './store-events'

// Opens the store when its parent says so, then takes its turns at one interview that several children share.
const [file = '', name = '', turns = '0'] = process.argv.slice(2)
console.log('loaded')
await once(process.stdin, 'data')
const store = await openStore(file)
await store.create(header(name), [])
await store.create(header('shared'), []).catch(() => {})
for (let turn = 0; turn < Number(turns);) {
  const length = (await store.load('shared'))?.events.length ?? 0
  if ((await store.append('shared', length, [answer(`${name}-${turn}`)], change)) === 'appended') turn++
}
store.close()
process.stdin.destroy()
