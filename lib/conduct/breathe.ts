/** How long a computation holds the event loop, milliseconds. */
const longest = 4

/**
 * For long computations in a process that also serves requests: awaited often, it lets the event loop run whenever
 * the computation has held it for 4 ms: a request takes several turns of the loop, and garbage is collected in between.
 */
export function breather(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < longest) return
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
