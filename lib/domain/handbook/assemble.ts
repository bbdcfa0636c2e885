import type { Loop } from './loop'
import { parseYaml, problemsOf, type Parsed, type Problem } from './parse-question'
import { topicsFile, type Handbook, type Part, type Question, type Topic } from './question'

/** Parses `topics.yaml`. */
export function parseTopics(file: string, source: string): Parsed<Part[]> {
  const yaml = parseYaml(file, source)
  if (!yaml.ok) return yaml
  const parsed = topicsFile.safeParse(yaml.value)
  if (!parsed.success) return { ok: false, problems: problemsOf(file, parsed.error) }
  const value = parsed.data.parts.map((part) => ({
    ...part,
    topics: part.topics.map((topic) => ({ ...topic, part: part.id })),
  }))
  return { ok: true, value }
}

/** Puts what was parsed together. */
export function assemble(
  parts: readonly Part[],
  questions: readonly Question[],
  hash: string,
  loops: readonly Loop[] = [],
): Handbook {
  const topics = new Map(parts.flatMap((part) => part.topics.map((topic) => [topic.id, topic] as const)))
  return {
    ...{ parts, topics, hash },
    questions: new Map(questions.map((q) => [q.id, q])),
    loops: new Map(loops.map((loop) => [loop.id, loop])),
  }
}

/** Ids of the outline that a topic has: `attention/01` … `attention/12`. */
export const outlineIds = (topic: Topic): string[] =>
  Array.from({ length: topic.outline }, (_, index) => `${topic.id}/${String(index + 1).padStart(2, '0')}`)

/** Questions of loops that do not exist, or are asked twice in a round. */
const loopProblems = ({ loops, questions }: Handbook): Problem[] =>
  [...loops.values()].flatMap(({ id, picks }) =>
    picks.flatMap(({ questionId }, index): Problem[] => {
      const at = { file: `loops/${id}.md`, field: `questions.${index}.id` }
      if (!questions.has(questionId)) return [{ ...at, message: `there is no question "${questionId}"` }]
      const first = picks.findIndex((pick) => pick.questionId === questionId)
      return first < index ? [{ ...at, message: `"${questionId}" is asked twice in the round` }] : []
    }),
  )

/** What is wrong between files: unknown topics, outline ids that do not exist or are covered twice. */
export function crossCheck(handbook: Handbook): Problem[] {
  const known = new Set([...handbook.topics.values()].flatMap(outlineIds))
  const coveredBy = new Map<string, string>()
  const problems = loopProblems(handbook)
  for (const question of handbook.questions.values()) {
    const file = `${question.id}.md`
    for (const topic of [question.topic, ...question.alsoIn])
      if (!handbook.topics.has(topic))
        problems.push({ file, field: 'topic', message: `the topic "${topic}" is not in topics.yaml` })
    for (const id of question.covers) {
      const earlier = coveredBy.get(id)
      if (!known.has(id)) problems.push({ file, field: 'covers', message: `the outline has no "${id}"` })
      if (earlier)
        problems.push({ file, field: 'covers', message: `"${id}" is already covered by ${earlier}` })
      coveredBy.set(id, file)
    }
  }
  return problems
}

export interface Coverage {
  readonly questions: number
  readonly outlineTotal: number
  readonly outlineCovered: number
  readonly topics: Record<string, { questions: number; outline: number; covered: number }>
}

/** How much of the outline the questions cover, in all and by topic. */
export function coverage(handbook: Handbook): Coverage {
  const all = [...handbook.questions.values()]
  const covered = new Set(all.flatMap((q) => q.covers))
  const topics = Object.fromEntries(
    [...handbook.topics.values()].map((topic) => [
      topic.id,
      {
        questions: all.filter((q) => q.topic === topic.id).length,
        outline: topic.outline,
        covered: outlineIds(topic).filter((id) => covered.has(id)).length,
      },
    ]),
  )
  const rows = Object.values(topics)
  return {
    questions: all.length,
    outlineTotal: rows.reduce((sum, row) => sum + row.outline, 0),
    outlineCovered: rows.reduce((sum, row) => sum + row.covered, 0),
    topics,
  }
}
