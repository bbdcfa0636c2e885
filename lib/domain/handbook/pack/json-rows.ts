import { limits } from './limits'
import type { Found } from './pack-question'
import { problemAt, type PackProblem } from './problem'
import { columnOf, readRow, type Row } from './row'

interface Piece {
  readonly text: string
  /** Line on which it begins, from 1. */
  readonly line: number
}

interface Rest {
  /** What stands after the last whole object. */
  readonly rest: string
  /** Line on which an object begins that is not closed. */
  readonly open?: number
}

/**
 * Cuts JSON into its outermost objects, whether they stand in a list or one a line, without parsing: so each has its
 * line, and no parse takes long. What stands between them is left to `between`.
 */
function* objectsOf(text: string): Generator<Piece & { readonly between: string }, Rest> {
  let [line, begun, depth, start, last] = [1, 1, 0, 0, 0]
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    if (at - (depth > 0 ? start : last) > limits.record) break
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' && depth++ === 0) [start, begun] = [at, line]
    else if (character === '}' && --depth === 0) {
      yield { text: text.slice(start, at + 1), line: begun, between: text.slice(last, start) }
      last = at + 1
    }
  }
  return { rest: text.slice(last), ...(depth > 0 && { open: begun }) }
}

/** A value as the text of a cell; `undefined` for what cannot be one. */
function cellOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function rowOf(
  value: Readonly<Record<string, unknown>>,
  place: { file: string; line: number },
): Row | PackProblem[] {
  const cells: [string, string][] = []
  for (const [key, own] of Object.entries(value)) {
    const column = columnOf(key)
    if (column === undefined) continue
    const cell = cellOf(own)
    if (cell === undefined) return [problemAt({ ...place, field: key }, 'wrong-type', { wanted: 'text' })]
    cells.push([column, cell])
  }
  return Object.fromEntries(cells)
}

function readObject({ text, line }: Piece, file: string): Found | PackProblem[] {
  const place = { file, line }
  let value: Readonly<Record<string, unknown>>
  try {
    value = JSON.parse(text) as typeof value
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [problemAt(place, 'json-syntax', { reason: reason.slice(0, 200) })]
  }
  const row = rowOf(value, place)
  return Array.isArray(row) ? (row as PackProblem[]) : readRow(row as Row, place)
}

/** Between two objects stand a comma in a list, a line end otherwise; before the first `[`, after the last `]`. */
const joints = {
  list: /^\s*,\s*$/,
  lines: /^\s*$/,
  opening: /^\s*(\[?)\s*$/,
  closing: { list: /^\s*\]\s*$/, lines: /^\s*$/ },
}

/** Reads a list of objects, or one object a line, with the fields of a table; yields a question or what is wrong. */
export function* readJson(file: string, text: string): Generator<Found | PackProblem[], void> {
  let form: 'list' | 'lines' | undefined
  const pieces = objectsOf(text)
  let next = pieces.next()
  let line = 1
  for (; !next.done; next = pieces.next()) {
    const { between } = next.value
    const opening = form ? undefined : joints.opening.exec(between)
    if (form ? !joints[form].test(between) : !opening)
      return void (yield [problemAt({ file, line: next.value.line }, 'json-shape')])
    form ??= opening?.[1] ? 'list' : 'lines'
    line = next.value.line
    yield readObject(next.value, file)
  }
  const { rest, open } = next.value
  if (open !== undefined) yield [problemAt({ file, line: open }, 'record-too-long', { most: limits.record })]
  else if (!form || !joints.closing[form].test(rest)) yield [problemAt({ file, line }, 'json-shape')]
}
