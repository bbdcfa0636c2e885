import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { GradingInput } from '@/lib/domain/grading/grade'
import { languages } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import { readJsonLines } from '@/scripts/json-lines'

export const answerKinds = ['excellent', 'partial', 'shallow', 'wrong', 'gaming'] as const

/** An answer with the score that a strict but fair senior interviewer would give it. */
export const knownAnswer = z.object({
  id: z.string(),
  questionId: z.string(),
  language: z.enum(languages),
  kind: z.enum(answerKinds),
  answer: z.string(),
  expected: z.number().min(0).max(100),
})
export type KnownAnswer = z.infer<typeof knownAnswer>

/** Scores that an answer of each kind must get, both ends included. */
export const scoreRange: Record<KnownAnswer['kind'], readonly [number, number]> = {
  excellent: [75, 100],
  partial: [35, 75],
  shallow: [10, 45],
  wrong: [0, 30],
  gaming: [0, 15],
}

/**
 * Whose words an answer is in: the rubric writer's, those of a second reader of the rubric, or those of a stranger, who
 * saw question and reference alone and knew nothing of how grading works.
 */
export const authors = ['writer', 'second reader', 'stranger'] as const
export type Author = (typeof authors)[number]

const folder = path.join('tests', 'eval', 'answers')
const authorOf = (file: string): Author => {
  if (file.includes('.stranger')) return 'stranger'
  return file.includes('.second-reader') ? 'second reader' : 'writer'
}

/** All answers with known scores, by file and in file order. */
export async function readKnownAnswers(): Promise<(KnownAnswer & { readonly author: Author })[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort()
  const read = files.map(async (file) => {
    const author = authorOf(file)
    return (await readJsonLines(path.join(folder, file), knownAnswer)).map((known) => ({ ...known, author }))
  })
  return (await Promise.all(read)).flat()
}

/** Half of the questions, chosen by their ids: fitting looks at these alone, what is reported is of the others. */
export function isForFitting(questionId: string): boolean {
  let hash = 0
  for (const character of questionId) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % 2 === 0
}

/**
 * What the grader is handed for a known answer.
 * @throws when the handbook has no such question
 */
export function gradingInputOf(
  handbook: Handbook,
  { id, questionId, language, answer }: KnownAnswer,
): GradingInput {
  const question = handbook.questions.get(questionId)
  if (!question) throw new Error(`${id}: the handbook has no question ${questionId}`)
  const { keyPoints, misconceptions } = question
  const prompt = question.prompt[language]
  return {
    question: { prompt, reference: question.answer[language], keyPoints, misconceptions },
    answer,
    asked: { kind: 'question', text: prompt },
    language,
  }
}
