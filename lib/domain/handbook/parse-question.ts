import { parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Localized } from './language'
import { questionFrontMatter, type Question, type QuestionFrontMatter } from './question'

/** One thing that is wrong with a file of a pack: where, and what to do about it. */
export interface Problem {
  readonly file: string
  /** Dotted path of the field, or the line; empty when the whole file is meant. */
  readonly field: string
  readonly message: string
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] }

/** Turns zod's issues into problems that name the file and the field. */
export const problemsOf = (file: string, error: z.ZodError): Problem[] =>
  error.issues.map((issue) => ({ file, field: issue.path.join('.'), message: issue.message }))

/** Parses YAML, reporting the line of every syntax error. */
export function parseYaml(file: string, source: string, firstLine = 1): Parsed<unknown> {
  const document = parseDocument(source)
  if (document.errors.length === 0) return { ok: true, value: document.toJS() }
  const problems = document.errors.map((error) => ({
    file,
    field: `line ${(error.linePos?.[0].line ?? 1) + firstLine - 1}`,
    message: error.message.split('\n')[0] ?? error.message,
  }))
  return { ok: false, problems }
}

const frontMatterPattern = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/
const bodyPattern = /^\s*## 中文\n([\s\S]+?)\n## English\n([\s\S]+)$/

/** Splits a file of a pack into its front matter and its body in both languages. */
export function splitFile(file: string, source: string): Parsed<{ frontMatter: string; body: Localized }> {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const wrong = (message: string): Parsed<never> => ({ ok: false, problems: [{ file, field: '', message }] })
  const [, frontMatter, body] = frontMatterPattern.exec(text) ?? []
  if (frontMatter === undefined || body === undefined)
    return wrong('must start with front matter between two lines of ---')
  const [, zh, en] = bodyPattern.exec(body) ?? []
  if (!zh?.trim() || !en?.trim())
    return wrong('the body must have the heading "## 中文", then "## English", each with text below it')
  return { ok: true, value: { frontMatter, body: { zh: zh.trim(), en: en.trim() } } }
}

function duplicateIds(file: string, front: QuestionFrontMatter): Problem[] {
  return (['keyPoints', 'misconceptions'] as const).flatMap((field) => {
    const ids = front[field].map((entry) => entry.id)
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ file, field, message: `the id "${id}" is used twice` }))
  })
}

/**
 * Parses one question file.
 * @param file `<topic>/<slug>.md`, relative to the pack's handbook folder; it names the question
 * @param text the file's text, UTF-8, any line ends
 * @param hash SHA-256 of the text, hex
 */
export function parseQuestion(file: string, text: string, hash: string): Parsed<Question> {
  const [, topic, slug] = /^([a-z0-9-]+)\/([a-z0-9-]+)\.md$/.exec(file) ?? []
  if (!topic || !slug)
    return {
      ok: false,
      problems: [{ file, field: '', message: 'must be named <topic>/<slug>.md, both in kebab-case' }],
    }
  const split = splitFile(file, text)
  if (!split.ok) return split
  const yaml = parseYaml(file, split.value.frontMatter, 2)
  if (!yaml.ok) return yaml
  const front = questionFrontMatter.safeParse(yaml.value)
  if (!front.success) return { ok: false, problems: problemsOf(file, front.error) }
  const duplicates = duplicateIds(file, front.data)
  if (duplicates.length > 0) return { ok: false, problems: duplicates }
  return { ok: true, value: toQuestion(topic, slug, front.data, split.value.body, hash) }
}

function toQuestion(
  topic: string,
  slug: string,
  front: QuestionFrontMatter,
  answer: Localized,
  hash: string,
): Question {
  return {
    id: `${topic}/${slug}`,
    topic,
    alsoIn: front.alsoIn,
    covers: front.covers,
    difficulty: front.difficulty,
    prompt: front.question,
    keyPoints: front.keyPoints.map(({ zh, en, ...rest }) => ({ ...rest, claim: { zh, en } })),
    misconceptions: front.misconceptions.map(({ zh, en, ...rest }) => ({ ...rest, claim: { zh, en } })),
    deepDives: front.deepDives.map(({ zh, en, expects }) => ({ prompt: { zh, en }, expects })),
    references: front.references,
    answer,
    hash,
  }
}
