/** Where the object that begins at `from` ends, strings and escapes heeded. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0
  let inString = false
  for (let i = from; i < text.length; i++) {
    const character = text[i]
    if (inString) {
      if (character === '\\') i++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return i + 1
  }
  return undefined
}

/**
 * The first JSON object in a text: models wrap it in fences, thoughts and pleasantries.
 * @returns `undefined` when there is no whole one
 * @throws when it is not valid JSON
 */
export function firstObject(text: string): unknown {
  const from = text.indexOf('{')
  const to = from < 0 ? undefined : endOfObject(text, from)
  return to === undefined ? undefined : JSON.parse(text.slice(from, to))
}
