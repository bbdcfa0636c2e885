/** Arithmetic mean; NaN for none. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length

/** Pearson's correlation of two series of equal length; NaN when either does not vary. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  const covariance = a.reduce((sum, x, i) => sum + (x - ma) * ((b[i] ?? 0) - mb), 0)
  const spread = (values: readonly number[], m: number): number =>
    Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0))
  return covariance / (spread(a, ma) * spread(b, mb))
}

/** Ranks from 1, ties sharing their mean rank. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((x, y) => x - y)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

/** Spearman's rank correlation. */
export const spearman = (a: readonly number[], b: readonly number[]): number => pearson(ranks(a), ranks(b))

/** Chance that a value of the first series is higher than one of the second, ties counting half; NaN without either. */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  const wins = higher.flatMap((a) => lower.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
  return mean(wins)
}

/** Deterministic chance, 0 to 1: the same seed draws the same samples. Mulberry32 (Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Samples drawn for an interval; more narrow it no further to two digits. */
const samples = 1000

/**
 * The interval that a statistic falls in for 95 of 100 samples drawn with replacement (percentile bootstrap, Efron 1979).
 * @returns its two ends; NaN where the statistic has no value
 */
export function bootstrap<T>(
  rows: readonly T[],
  statistic: (rows: readonly T[]) => number,
): [number, number] {
  const next = generator(1)
  const draw = (): T[] => rows.flatMap(() => rows[Math.floor(next() * rows.length)] ?? [])
  const values = Array.from({ length: samples }, () => statistic(draw()))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN
  return [at(0.025), at(0.975)]
}
