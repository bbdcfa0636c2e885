/**
 * For long computations in a process that also serves requests: awaited often, it lets the event loop run whenever
 * the computation has held it for 20 ms.
 */
export function breather(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < 20) return
    await new Promise(setImmediate)
    last = performance.now()
  }
}

/** Runs a computation that yields often to its end, and lets the event loop run in between. */
export async function inSlices<Told, Result>(
  work: Generator<Told, Result>,
  onYield: (told: Told) => void = () => undefined,
): Promise<Result> {
  const rest = breather()
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
    onYield(next.value)
    await rest()
  }
}
