import type { Problem } from '../parse-question'

/** What can be wrong with a pack, in English; `{…}` are the values of a problem. The interface has its own words for each code. */
const messages = {
  encoding: 'is not text in UTF-8, UTF-16 or GB18030; save it as UTF-8',
  empty: 'is empty',
  'unsafe-path': 'has an absolute path or one that leaves the pack ("..")',
  link: 'is a link; put the file itself into the archive',
  'archive-inside': 'is an archive inside the pack; unpack it first',
  'file-too-large': 'is larger than {most} MB',
  'too-many-files': 'there are more than {most} files',
  'unpacked-too-large': 'the archive unpacks to more than {most} MB',
  'not-a-zip': 'is not a whole ZIP archive; it may have been cut off',
  'zip-encrypted': 'is encrypted; pack it without a password',
  'zip-method': 'is compressed by a method other than deflate; pack it as an ordinary ZIP',
  'zip-mismatch': 'does not unpack to what the archive says of it; the archive is damaged',
  'no-questions': 'there is no question in it; give .md, .csv, .json or .jsonl files',
  'too-many-questions': 'there are more than {most} questions',
  'no-column': 'the first line has no column "{column}"; it must name the columns question and reference',
  'column-twice': 'the first line names the column "{column}" twice',
  quotes: 'a quotation mark that opens here is not closed, or stands inside a field without being doubled',
  'too-many-fields': 'has {found} fields, the first line has {columns}',
  'record-too-long': 'a question begins here that does not end within {most} characters',
  'json-syntax': 'is not valid JSON: {reason}',
  'json-shape': 'must be a list of objects with question and reference, or one such object a line',
  'front-matter': 'must start with front matter between two lines of ---',
  yaml: 'is not valid YAML: {reason}',
  body: 'has no reference answer below the front matter',
  missing: 'is missing',
  'too-long': 'is longer than {most} characters',
  'wrong-type': 'must be {wanted}',
  'not-allowed': '"{found}" is not allowed here; use {wanted}',
  'unknown-field': 'is not a field of a question file',
  'too-few': 'needs at least {least}',
  'too-many': 'has more than {most}',
  'wrong-value': 'is not right: {reason}',
  'used-twice': '"{id}" is already used in {where}',
  name: 'give the pack a name of 1 to {most} characters',
  'too-many-packs': 'you have {most} packs, which is as many as there may be; delete one first',
} as const

export type ProblemCode = keyof typeof messages
export type ProblemValues = Readonly<Record<string, string | number>>

/** One thing that is wrong with a pack: file, line (from 1) and field where it has them, and what to do about it. */
export interface PackProblem extends Problem {
  readonly line?: number
  /** Stable, for other words than the English `message`. */
  readonly code: ProblemCode
  readonly values: ProblemValues
}

export interface Place {
  readonly file: string
  readonly line?: number
  readonly field?: string
}

export function problemAt(place: Place, code: ProblemCode, values: ProblemValues = {}): PackProblem {
  const message = messages[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const { file, line, field = '' } = place
  return { file, ...(line !== undefined && { line }), field, code, values, message }
}
