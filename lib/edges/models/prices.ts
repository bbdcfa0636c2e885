/** US dollars for a million tokens, by the beginning of a model's id; the longest that fits counts. */
export type Prices = Readonly<Record<string, { readonly input: number; readonly output: number }>>

/** List prices as their vendors gave them in 2025; they change, so `VIVA_MODEL_PRICES` overrides and adds. */
export const listPrices: Prices = {
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-5': { input: 1.25, output: 10 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
}

/**
 * US dollars for the tokens of a call.
 * @returns `undefined` when the table has no price for the model: a guess would be an invented number
 */
export function costOf(
  prices: Prices,
  model: string,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number | undefined {
  const prefix = Object.keys(prices)
    .filter((key) => model.startsWith(key))
    .sort((a, b) => b.length - a.length)[0]
  const known = prefix === undefined ? undefined : prices[prefix]
  return known && (inputTokens * known.input + outputTokens * known.output) / 1e6
}
