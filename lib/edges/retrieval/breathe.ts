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
