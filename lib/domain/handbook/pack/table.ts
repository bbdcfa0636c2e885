import Papa from 'papaparse'
import { limits } from './limits'
import type { Found } from './pack-question'
import { problemAt, type PackProblem } from './problem'
import { columnOf, readRow, type Column, type Row } from './row'

/** Characters that are handed to the parser at once. */
const piece = 32 * 1024

interface Line {
  readonly cells: readonly string[]
  /** Line on which it begins, from 1. */
  readonly line: number
  readonly broken: boolean
}

interface Step {
  /** The one record of the step. */
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly unknown[]
  readonly meta: { readonly cursor: number }
}

const newlines = (text: string): number => text.split('\n').length - 1

/** The whole records at the beginning of a piece of text, and how many characters they take. */
function recordsOf(text: string, isLast: boolean, delimiter: string): { steps: Step[]; end: number } {
  const steps: Step[] = []
  // Without `header` and with an explicit line end the parser looks at nothing but this text.
  new Papa.Parser({ delimiter, newline: '\n', fastMode: false, step: (result) => steps.push(result) }).parse(
    text,
    0,
    !isLast,
  )
  return { steps, end: isLast ? text.length : (steps.at(-1)?.meta.cursor ?? 0) }
}

/** Records one by one, with the line that each begins on; `'endless'` for one that goes on and on. */
function* linesOf(text: string, delimiter: string): Generator<Line | { endless: number }, void> {
  let start = 0
  let line = 1
  let length = piece
  while (start < text.length) {
    const part = text.slice(start, start + length)
    const { steps, end } = recordsOf(part, start + length >= text.length, delimiter)
    if (end === 0 || (steps.length === 0 && length > limits.record)) {
      if (length > limits.record) return void (yield { endless: line })
      length *= 2
      continue
    }
    let from = 0
    for (const { data, errors, meta } of steps) {
      yield { cells: data[0] ?? [], line, broken: errors.length > 0 }
      line += newlines(part.slice(from, meta.cursor))
      from = meta.cursor
    }
    start += end
    length = piece
  }
}

/** The sign that splits the first line into the columns that are wanted. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const wanted = (delimiter: string): number =>
    first.split(delimiter).filter((cell) => columnOf(cell.replace(/^\s*"|"\s*$/g, '')) !== undefined).length
  return [',', '\t', ';'].reduce((best, one) => (wanted(one) > wanted(best) ? one : best))
}

function readHeading(cells: readonly string[], file: string): (Column | undefined)[] | PackProblem[] {
  const heading = cells.map(columnOf)
  const place = { file, line: 1 }
  const missing = (['question', 'reference'] as const)
    .filter((column) => !heading.includes(column))
    .map((column) => problemAt({ ...place, field: column }, 'no-column', { column }))
  const twice = heading.filter((column, index) => column !== undefined && heading.indexOf(column) !== index)
  const problems = [
    ...missing,
    ...twice.map((column = 'question') => problemAt({ ...place, field: column }, 'column-twice', { column })),
  ]
  return problems.length > 0 ? problems : heading
}

const isProblems = (value: readonly unknown[]): value is PackProblem[] =>
  value.some((one) => typeof one === 'object')

/** A row by its columns; `undefined` when it has more cells than there are headings. */
function rowOf(cells: readonly string[], heading: readonly (Column | undefined)[]): Row | undefined {
  if (cells.slice(heading.length).some((cell) => cell.trim() !== '')) return undefined
  return Object.fromEntries(
    heading.flatMap((column, index) => (column ? [[column, cells[index] ?? '']] : [])),
  )
}

/** Reads a table with a heading, separated by commas, semicolons or tabs; yields a question or what is wrong with a row. */
export function* readTable(file: string, text: string): Generator<Found | PackProblem[], void> {
  let heading: readonly (Column | undefined)[] | undefined
  for (const found of linesOf(text, delimiterOf(text))) {
    if ('endless' in found)
      return void (yield [
        problemAt({ file, line: found.endless }, 'record-too-long', { most: limits.record }),
      ])
    const { cells, line, broken } = found
    if (cells.every((cell) => cell.trim() === '')) continue
    if (broken) {
      yield [problemAt({ file, line }, 'quotes')]
      if (!heading) return
    } else if (!heading) {
      const read = readHeading(cells, file)
      if (isProblems(read)) return void (yield read)
      heading = read
    } else {
      const row = rowOf(cells, heading)
      const values = { found: cells.length, columns: heading.length }
      yield row ? readRow(row, { file, line }) : [problemAt({ file, line }, 'too-many-fields', values)]
    }
  }
}
