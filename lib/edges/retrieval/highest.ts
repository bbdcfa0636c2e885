/** Steps by which the highest are told from the rest without sorting all. */
const steps = 4_096

/**
 * Positions of the `k` highest of many values, the highest first; those that are not above `low` are left out. Only what
 * may belong to them is sorted.
 */
export function highest(values: Float32Array, k: number, low: number): number[] {
  let high = low
  for (const value of values) if (value > high) high = value
  if (high === low) return []
  const stepOf = (value: number): number =>
    Math.min(steps - 1, Math.floor(((value - low) / (high - low)) * steps))
  const counts = new Uint32Array(steps)
  for (const value of values) {
    if (value <= low) continue
    const step = stepOf(value)
    counts[step] = (counts[step] as number) + 1
  }
  let [least, sum] = [steps, 0]
  while (least > 0 && sum < k) sum += counts[--least] as number
  const found: number[] = []
  for (let position = 0; position < values.length; position++) {
    const value = values[position] as number
    if (value > low && stepOf(value) >= least) found.push(position)
  }
  return found.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, k)
}
