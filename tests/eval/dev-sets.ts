import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Search } from '@/lib/conduct/ports'
import type { Grader } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { terms } from '@/lib/domain/grading/terms'
import { assemble } from '@/lib/domain/handbook/assemble'
import { detectLanguage } from '@/lib/domain/handbook/language'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { readJsonLines } from '@/scripts/json-lines'
import { mean, pearson } from './statistics'

const courseAnswer = z.object({
  question_id: z.string(),
  question: z.string(),
  reference: z.string(),
  answer: z.string(),
  score: z.number(),
})

/** Correlation within each question that has enough answers, averaged: length alone cannot win this one. */
function withinQuestions(rows: readonly { question_id: string; score: number; ours: number }[]): number {
  const groups = [...new Set(rows.map((row) => row.question_id))].map((id) =>
    rows.filter((row) => row.question_id === id),
  )
  const correlations = groups
    .filter((group) => group.length >= 8)
    .map((group) =>
      pearson(
        group.map((r) => r.score),
        group.map((r) => r.ours),
      ),
    )
  return mean(correlations.filter(Number.isFinite))
}

/** The plain baseline: which share of the reference's words, those of the question left out, an answer has. */
function termRecall({ question, reference, answer }: z.infer<typeof courseAnswer>): number {
  const asked = terms(question)
  const wanted = [...terms(reference)].filter((word) => !asked.has(word))
  const said = terms(answer)
  return wanted.filter((word) => said.has(word)).length / Math.max(1, wanted.length)
}

/** Grades course answers that have a reference and no rubric, and compares with their human scores. */
export async function evaluateBareReferences(dir: string, grader: Grader): Promise<string> {
  const lines = [
    '\nBare references: Pearson with the human score, within a question; the same of plain term recall',
  ]
  for (const name of ['saf-en', 'logistics-zh', 'science-zh']) {
    const file = path.join(dir, `${name}.jsonl`)
    if (!existsSync(file)) continue
    const rows = await readJsonLines(file, courseAnswer)
    const graded: (z.infer<typeof courseAnswer> & { ours: number; plain: number })[] = []
    for (const row of rows) {
      const question = { prompt: row.question, reference: row.reference, keyPoints: [], misconceptions: [] }
      const language = detectLanguage(row.reference) ?? 'en'
      const asked = { kind: 'question' as const, text: row.question }
      const { score } = await gradeAnswer(grader, { question, answer: row.answer, asked, language })
      graded.push({ ...row, ours: score, plain: termRecall(row) })
    }
    const against = (series: readonly number[]): string => {
      const rated = graded.map((row, i) => ({ ...row, ours: series[i] ?? 0 }))
      const overall = pearson(
        rated.map((r) => r.score),
        [...series],
      )
      return `${overall.toFixed(2)}  ${withinQuestions(rated).toFixed(2)}`
    }
    const [ours, plain] = [graded.map((r) => r.ours), graded.map((r) => r.plain)]
    lines.push(`  ${name.padEnd(16)}${against(ours)}   term recall ${against(plain)}   n ${rows.length}`)
  }
  return lines.join('\n')
}

const item = z.object({
  id: z.number(),
  topic: z.string(),
  q_zh: z.string(),
  q_en: z.string(),
  a_zh: z.string(),
  a_en: z.string(),
})
const query = z.object({ text: z.string(), lang: z.enum(['zh', 'en']), item: z.number() })
export type RetrievalQuery = z.infer<typeof query>

/** The items as a handbook of questions without rubrics. */
function asHandbook(items: readonly z.infer<typeof item>[]): Handbook {
  const questions = items.map((row): Question => ({
    id: String(row.id),
    topic: row.topic,
    alsoIn: [],
    covers: [],
    difficulty: 1,
    prompt: { zh: row.q_zh, en: row.q_en },
    keyPoints: [],
    misconceptions: [],
    deepDives: [],
    references: [],
    answer: { zh: row.a_zh, en: row.a_en },
    hash: String(row.id),
  }))
  return assemble([], questions, `dev ${items.length}`)
}

/** Recall at 1 and 5 and mean reciprocal rank, percent. */
export async function rankingOf(search: Search, queries: readonly RetrievalQuery[]): Promise<string> {
  const places: number[] = []
  for (const { text, item: wanted } of queries) {
    const hits = await search({ text, k: 10 })
    places.push(hits.findIndex((hit) => hit.questionId === String(wanted)))
  }
  const percent = (hit: (place: number) => number): string => (100 * mean(places.map(hit))).toFixed(0)
  return [
    percent((p) => (p === 0 ? 1 : 0)),
    percent((p) => (p >= 0 && p < 5 ? 1 : 0)),
    percent((p) => (p < 0 ? 0 : 1 / (p + 1))),
  ].join('/')
}

/** The items of the dev set as a handbook, and the queries for them. */
export async function readRetrievalSet(
  dir: string,
): Promise<{ handbook: Handbook; queries: RetrievalQuery[] }> {
  const items = await readJsonLines(path.join(dir, 'retrieval-items.jsonl'), item)
  const queries = await readJsonLines(path.join(dir, 'retrieval-queries.jsonl'), query)
  return { handbook: asHandbook(items), queries }
}

/** Opens an index over the items of the dev set, in a folder that is gone afterwards. */
export async function withRetrievalSet<T>(
  dir: string,
  run: (search: Search, queries: RetrievalQuery[]) => Promise<T>,
): Promise<T> {
  const { handbook, queries } = await readRetrievalSet(dir)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'viva-eval-'))
  try {
    const { search } = await openSearch({ handbook, dataDir })
    return await run(search, queries)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Searches a set of bilingual items with queries that name the item they are after. */
export const evaluateRetrieval = (dir: string): Promise<string> =>
  withRetrievalSet(dir, async (search, queries) => {
    const of = (language: string): RetrievalQuery[] => queries.filter((q) => q.lang === language)
    return [
      '\nRetrieval, both languages indexed (recall@1/@5/MRR, %)',
      `  zh ${await rankingOf(search, of('zh'))}   en ${await rankingOf(search, of('en'))}   all ${await rankingOf(search, queries)}`,
    ].join('\n')
  })
