import { Command, Option } from 'commander'
import { z } from 'zod'
import { bandOf } from '@/lib/domain/grading/band'
import type { GradedQuestion, GradingInput } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { detectLanguage, languages, type Language } from '@/lib/domain/handbook/language'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import { wire } from '@/lib/wire'
import { readJsonLines, runCommand, writeJsonLines } from './json-lines'

const row = z
  .object({
    id: z.union([z.string(), z.number()]),
    answer: z.string(),
    questionId: z.string().optional(),
    covers: z.string().optional(),
    question: z.string().optional(),
    reference: z.string().min(1).optional(),
    language: z.enum(languages).optional(),
  })
  .refine((r) => r.questionId !== undefined || r.covers !== undefined || r.reference !== undefined, {
    error: 'needs questionId, covers, or question and reference',
  })
type Row = z.infer<typeof row>

const rubricOf = (question: Question, language: Language): GradedQuestion => ({
  prompt: question.prompt[language],
  reference: question.answer[language],
  keyPoints: question.keyPoints,
  misconceptions: question.misconceptions,
})

function handbookQuestion(handbook: Handbook, { id, questionId, covers }: Row): Question | undefined {
  const found =
    questionId !== undefined
      ? handbook.questions.get(questionId)
      : [...handbook.questions.values()].find((q) => covers !== undefined && q.covers.includes(covers))
  if (!found && (questionId ?? covers) !== undefined)
    throw new Error(
      `row ${id}: the handbook has no question "${questionId ?? covers}", so nothing was written`,
    )
  return found
}

function inputOf(handbook: Handbook, entry: Row): GradingInput {
  const language = entry.language ?? detectLanguage(entry.answer) ?? 'en'
  const known = handbookQuestion(handbook, entry)
  const question: GradedQuestion = known
    ? rubricOf(known, language)
    : { prompt: entry.question ?? '', reference: entry.reference ?? '', keyPoints: [], misconceptions: [] }
  return { question, answer: entry.answer, asked: { kind: 'question', text: question.prompt }, language }
}

const options = new Command('grade')
  .description('Grades every answer of a file')
  .requiredOption(
    '--in <file>',
    'JSON lines of {id, answer, questionId | covers | question + reference, language?}',
  )
  .requiredOption(
    '--out <file>',
    'JSON lines of {id, score, band, keyPoints, misconceptions, confidence, grader}',
  )
  .addOption(new Option('--grader <which>', 'who grades').choices(['builtin', 'model']).default('builtin'))
  .parse()
  .opts<{ in: string; out: string; grader: 'builtin' | 'model' }>()

await runCommand(async () => {
  if (options.grader === 'model')
    throw new Error('--grader model: no model is set up; leave the option out to use the built-in grader')
  const rows = await readJsonLines(options.in, row)
  const ports = await wire()
  const handbook = await ports.handbook()
  const inputs = rows.map((entry) => ({ id: entry.id, input: inputOf(handbook, entry) }))
  const graded = []
  for (const { id, input } of inputs) {
    const { score, verdicts, misconceptions, confidence, grader } = await gradeAnswer(ports.grade, input)
    graded.push({
      ...{ id, score, band: bandOf(score) },
      keyPoints: verdicts.map((v) => ({
        id: v.keyPointId,
        verdict: v.verdict,
        ...(v.quote !== undefined && { quote: v.quote }),
      })),
      misconceptions: misconceptions.map((m) => ({ id: m.misconceptionId, quote: m.quote })),
      ...{ confidence, grader },
    })
  }
  await writeJsonLines(options.out, graded)
  ports.close()
})
