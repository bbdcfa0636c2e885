import { z } from 'zod'
import type { Localized } from './language'
import { parseYaml, problemsOf, splitFile, type Parsed } from './parse-question'

const text = z.string().trim().min(1)
const localized = z.strictObject({ zh: text, en: text })

/** The front matter of `content/loops/<slug>.md`, as its author writes it. */
const loopFrontMatter = z.strictObject({
  title: localized,
  role: localized,
  round: localized,
  minutes: z.int().min(10).max(120),
  probes: z.array(localized).min(2).max(6),
  questions: z
    .array(z.strictObject({ id: z.string(), followUps: z.int().min(0).max(3) }))
    .min(3)
    .max(12),
})

/** One round of a job interview: what it is after, and its questions in order. */
export interface Loop {
  readonly id: string
  readonly title: Localized
  readonly role: Localized
  readonly round: Localized
  readonly minutes: number
  /** What the round probes, an aspect each. */
  readonly probes: readonly Localized[]
  /** Question ids in order, each with the most follow-ups that it is given. */
  readonly picks: readonly { readonly questionId: string; readonly followUps: number }[]
  /** How the round goes, Markdown. */
  readonly about: Localized
}

/**
 * Parses one loop file.
 * @param file `<slug>.md`, relative to the pack's loops folder; it names the loop
 */
export function parseLoop(file: string, source: string): Parsed<Loop> {
  const [, id] = /^([a-z0-9-]+)\.md$/.exec(file) ?? []
  if (id === undefined)
    return { ok: false, problems: [{ file, field: '', message: 'must be named <slug>.md, in kebab-case' }] }
  const split = splitFile(file, source)
  if (!split.ok) return split
  const yaml = parseYaml(file, split.value.frontMatter, 2)
  if (!yaml.ok) return yaml
  const front = loopFrontMatter.safeParse(yaml.value)
  if (!front.success) return { ok: false, problems: problemsOf(file, front.error) }
  const { questions, ...rest } = front.data
  const picks = questions.map((question) => ({ questionId: question.id, followUps: question.followUps }))
  return { ok: true, value: { id, ...rest, picks, about: split.value.body } }
}
