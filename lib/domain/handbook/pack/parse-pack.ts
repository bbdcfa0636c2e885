import { decodeText } from './decode'
import { isSafePath, kindOf, type PackEntry } from './entry'
import { readJson } from './json-rows'
import { limits, mostProblems } from './limits'
import { contentOf, type Found, type PackQuestion } from './pack-question'
import { problemAt, type PackProblem } from './problem'
import { readQuestionFile } from './question-file'
import { numberSlug } from './slug'
import { readTable } from './table'

export type ParsedPack =
  | { readonly ok: true; readonly questions: readonly PackQuestion[]; readonly ignored: readonly string[] }
  /** The first `mostProblems` of them, and how many there are. */
  | { readonly ok: false; readonly problems: readonly PackProblem[]; readonly count: number }

/** A pack that cannot be read, for one reason. */
export const refused = (...problems: readonly PackProblem[]): Extract<ParsedPack, { ok: false }> => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
  count: problems.length,
})

const isProblems = (found: Found | PackProblem[]): found is PackProblem[] => Array.isArray(found)

/** Everything in one file, one question at a time; the empty list is a breath between two. */
function* readEntry({ name, bytes }: PackEntry): Generator<Found | PackProblem[], void> {
  if (!isSafePath(name)) return void (yield [problemAt({ file: name }, 'unsafe-path')])
  const kind = kindOf(name)
  if (kind === 'archive') return void (yield [problemAt({ file: name }, 'archive-inside')])
  if (bytes.length > limits.file)
    return void (yield [problemAt({ file: name }, 'file-too-large', { most: limits.file / 2 ** 20 })])
  const decoding = decodeText(bytes)
  let decoded = decoding.next()
  for (; !decoded.done; decoded = decoding.next()) yield []
  const text = decoded.value
  if (text === undefined) return void (yield [problemAt({ file: name }, 'encoding')])
  if (text.trim() === '') return void (yield [problemAt({ file: name }, 'empty')])
  if (kind === 'table') yield* readTable(name, text)
  else if (kind === 'json') yield* readJson(name, text)
  else if (text.length > limits.record)
    yield [problemAt({ file: name, line: 1 }, 'record-too-long', { most: limits.record })]
  else yield readQuestionFile(name, text)
}

/** Gives every question a name that is unique within the pack: the author's, or its number. */
function namer() {
  const taken = new Map<string, string>()
  return ({ names, place }: Found): string | PackProblem => {
    const where = place.line === undefined ? place.file : `${place.file}:${place.line}`
    let next = taken.size + 1
    while (names.length === 0 && taken.has(numberSlug(next))) next++
    const slug = names.length === 0 ? numberSlug(next) : names.find((name) => !taken.has(name))
    if (slug === undefined) {
      const [id = ''] = names
      return problemAt(place, 'used-twice', { id, where: taken.get(id) ?? '' })
    }
    taken.set(slug, where)
    return slug
  }
}

/**
 * Reads all files of a pack. Yields how many questions there are so far, every few milliseconds of work at the latest, so
 * that whoever drives it can let others run in between.
 * @param digest SHA-256 of a text, hex
 */
export function* parsePack(
  entries: readonly PackEntry[],
  digest: (text: string) => string,
): Generator<number, ParsedPack> {
  const questions: PackQuestion[] = []
  const problems: PackProblem[] = []
  let count = 0
  const blame = (own: readonly PackProblem[]): void => {
    count += own.length
    problems.push(...own.slice(0, mostProblems - problems.length))
  }
  const nameOf = namer()
  for (const entry of entries.filter(({ name }) => kindOf(name) !== 'other'))
    for (const found of readEntry(entry)) {
      if (isProblems(found)) blame(found)
      else {
        if (questions.length >= limits.questions)
          return refused(problemAt(found.place, 'too-many-questions', { most: limits.questions }))
        const slug = nameOf(found)
        if (typeof slug === 'string')
          questions.push({ slug, ...found.question, hash: digest(contentOf(found.question)) })
        else blame([slug])
      }
      yield questions.length
    }
  if (count > 0) return { ok: false, problems, count }
  if (questions.length === 0) return refused(problemAt({ file: entries[0]?.name ?? '' }, 'no-questions'))
  return {
    ok: true,
    questions,
    ignored: entries.map(({ name }) => name).filter((name) => kindOf(name) === 'other'),
  }
}
