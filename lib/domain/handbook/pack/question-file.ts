import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import type { Localized } from '../language'
import { limits } from './limits'
import { localizedOf, type Found } from './pack-question'
import { problemAt, type PackProblem, type ProblemValues, type ProblemCode } from './problem'
import { slugOf } from './slug'

const text = (most: number) => z.string().trim().min(1).max(most)

/** In both languages, or in one, which then stands for both. */
const localized = z
  .strictObject({ zh: text(limits.prompt).optional(), en: text(limits.prompt).optional() })
  .transform((own, context): Localized => {
    const both = localizedOf(own)
    if (both) return both
    context.addIssue({ code: 'custom', message: 'needs a text in zh or en' })
    return z.NEVER
  })
const claim = { zh: text(limits.prompt).optional(), en: text(limits.prompt).optional() }
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case')
const cues = z.array(z.array(text(200)).min(1).max(60)).max(12)
const none: never[] = []

/** As for the handbook, save that a rubric may be left out, and one of the languages. */
const frontMatter = z.strictObject({
  // Ids of the built-in handbook's outline and topics mean nothing in a pack.
  covers: z.array(z.string()).optional(),
  alsoIn: z.array(z.string()).optional(),
  difficulty: z.int().min(1).max(5).default(3),
  question: localized,
  keyPoints: z
    .array(
      z.strictObject({
        id: slug,
        weight: z.int().min(1).max(3),
        ...claim,
        cues: cues.default(none),
        probe: localized.optional(),
      }),
    )
    .max(12)
    .default(none),
  misconceptions: z
    .array(z.strictObject({ id: slug, ...claim, cues: cues.default(none), correction: localized }))
    .max(20)
    .default(none),
  deepDives: z
    .array(z.strictObject({ ...claim, expects: localized }))
    .max(4)
    .default(none),
  references: z.array(text(500)).max(40).default(none),
})
type FrontMatter = z.infer<typeof frontMatter>

type Field = readonly PropertyKey[]

/** The line of a field in its YAML, or of what should hold it; counted from the front matter's first line. */
function lineOf(document: Document, counter: LineCounter, field: Field): number {
  for (let length = field.length; length > 0; length--) {
    const path = field.slice(0, length)
    const parent = length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair =
      isMap(parent) &&
      parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
    const node = pair ? pair.key : document.getIn(path, true)
    const range = (node as { range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) return counter.linePos(range[0]).line
  }
  return 1
}

type Issue = z.core.$ZodIssue

/** What an issue of zod says, as a problem with its field. */
function tell(issue: Issue, value: unknown): readonly [ProblemCode, ProblemValues] {
  if (issue.code === 'invalid_type')
    return value === undefined ? ['missing', {}] : ['wrong-type', { wanted: issue.expected }]
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? ['missing', {}] : ['too-few', { least: Number(issue.minimum) }]
  if (issue.code === 'too_big')
    return [issue.origin === 'string' ? 'too-long' : 'too-many', { most: Number(issue.maximum) }]
  return ['wrong-value', { reason: issue.message }]
}

const valueAt = (data: unknown, field: Field): unknown =>
  field.reduce<unknown>((own, key) => (own as Record<PropertyKey, unknown> | null | undefined)?.[key], data)

function problemsIn(
  file: string,
  document: Document,
  counter: LineCounter,
  issues: readonly Issue[],
): PackProblem[] {
  const data: unknown = document.toJS()
  // The front matter begins on the file's second line.
  const at = (field: Field) => ({
    file,
    line: lineOf(document, counter, field) + 1,
    field: field.map(String).join('.'),
  })
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problemAt(at([...issue.path, key]), 'unknown-field'))
      : [problemAt(at(issue.path), ...tell(issue, valueAt(data, issue.path)))],
  )
}

const whole = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/

/** The reference under its headings; without headings it is all that stands there. */
function bodyOf(body: string): Localized | undefined {
  const headings = [...body.matchAll(/^## (中文|English)[ \t]*$/gm)]
  if (headings.length === 0) return localizedOf({ en: body })
  const section = (name: string): string => {
    const at = headings.findIndex((heading) => heading[1] === name)
    const heading = headings[at]
    if (!heading) return ''
    // A heading that comes again belongs to the text.
    const end = headings.slice(at + 1).find((other) => other[1] !== name)?.index
    return body.slice(heading.index + heading[0].length, end)
  }
  return localizedOf({ zh: section('中文'), en: section('English') })
}

const rubric = (front: FrontMatter, file: string): PackProblem[] =>
  (['keyPoints', 'misconceptions'] as const).flatMap((list) => {
    const ids = front[list].map(({ id }) => id)
    const twice = ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [problemAt({ file, field: `${list}.${index}.id` }, 'used-twice', { id, where: list })]
        : [],
    )
    const silent = front[list].flatMap((own, index) =>
      localizedOf(own) ? [] : [problemAt({ file, field: `${list}.${index}` }, 'missing')],
    )
    return [...twice, ...silent]
  })

function foundIn(file: string, front: FrontMatter, answer: Localized): Found {
  const claimOf = (own: Readonly<{ zh?: string | undefined; en?: string | undefined }>): Localized =>
    localizedOf({ ...(own.zh && { zh: own.zh }), ...(own.en && { en: own.en }) }) ?? { zh: '', en: '' }
  const [base = '', folder = ''] = file
    .replace(/\.\w+$/, '')
    .split('/')
    .reverse()
    .map(slugOf)
  return {
    question: {
      ...{ difficulty: front.difficulty, prompt: front.question, answer, references: front.references },
      keyPoints: front.keyPoints.map(({ id, weight, cues, probe, ...own }) => ({
        ...{ id, weight, claim: claimOf(own), cues },
        probe: probe ?? { zh: '', en: '' },
      })),
      misconceptions: front.misconceptions.map(({ id, cues, correction, ...own }) => ({
        ...{ id, claim: claimOf(own), cues, correction },
      })),
      deepDives: front.deepDives.map(({ expects, ...own }) => ({ prompt: claimOf(own), expects })),
    },
    names: base === '' ? [] : [base, ...(folder === '' ? [] : [slugOf(`${folder}-${base}`)])],
    place: { file, field: '' },
  }
}

/** Reads a question file of a pack: the handbook's own format, save that a rubric or one language may be left out. */
export function readQuestionFile(file: string, source: string): Found | PackProblem[] {
  const [, yaml, body = ''] = whole.exec(source.trimEnd()) ?? []
  if (yaml === undefined) return [problemAt({ file, line: 1 }, 'front-matter')]
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter })
  if (document.errors.length > 0)
    return document.errors.map((error) =>
      problemAt({ file, line: (error.linePos?.[0].line ?? 1) + 1 }, 'yaml', {
        reason: error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '',
      }),
    )
  const front = frontMatter.safeParse(document.toJS())
  const answer = bodyOf(body)
  const bodyLine = yaml.split('\n').length + 2
  const missing = answer ? [] : [problemAt({ file, line: bodyLine }, 'body')]
  const long = (['zh', 'en'] as const).some((language) => (answer?.[language].length ?? 0) > limits.reference)
  const tooLong = long ? [problemAt({ file, line: bodyLine }, 'too-long', { most: limits.reference })] : []
  if (!front.success)
    return [...problemsIn(file, document, counter, front.error.issues), ...missing, ...tooLong]
  const problems = [...rubric(front.data, file), ...missing, ...tooLong]
  return problems.length > 0 || !answer ? problems : foundIn(file, front.data, answer)
}
