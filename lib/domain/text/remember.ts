/**
 * The same function, which remembers its latest results. Only for pure functions of what `keyOf` tells apart.
 * @param most how many results are kept; the longest unused goes first
 */
export function remember<In, Out>(
  compute: (input: In) => Out,
  keyOf: (input: In) => string,
  most: number,
): (input: In) => Out {
  const kept = new Map<string, Out>()
  return (input) => {
    const key = keyOf(input)
    const known = kept.get(key)
    const result = known ?? compute(input)
    kept.delete(key)
    kept.set(key, result)
    if (kept.size > most) {
      const oldest = kept.keys().next()
      if (!oldest.done) kept.delete(oldest.value)
    }
    return result
  }
}
