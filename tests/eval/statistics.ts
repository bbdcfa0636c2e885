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
