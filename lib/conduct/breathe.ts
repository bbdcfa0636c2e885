/** How long a computation holds the event loop, milliseconds. */
const longest = 10

/**
 * For long computations in a process that also serves requests: awaited often, it lets the event loop run whenever
 * the computation has held it for 10 ms: with what a garbage collection may add, others wait less than 50.
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
