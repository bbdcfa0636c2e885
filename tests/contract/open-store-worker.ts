import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '@/lib/edges/store/open-store'

export interface RaceData {
  readonly dir: string
  /** One counter for each file: it is opened when all racers have come to it. */
  readonly arrived: Int32Array
  readonly racers: number
}

const { dir, arrived, racers } = workerData as RaceData
const failures: string[] = []
for (let file = 0; file < arrived.length; file++) {
  Atomics.add(arrived, file, 1)
  Atomics.notify(arrived, file)
  for (let here = 0; here < racers; here = Atomics.load(arrived, file)) Atomics.wait(arrived, file, here)
  try {
    const store = await openStore(path.join(dir, `${file}.db`))
    store.close()
  } catch (error) {
    failures.push(String(error))
  }
}
parentPort?.postMessage(failures)
