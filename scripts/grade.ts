import { Command, Option } from 'commander'
import { z } from 'zod'
import { bandOf } from '@/lib/domain/grading/band'
import type { GradedQuestion, Grader, GradingInput } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { outlineIds } from '@/lib/domain/handbook/assemble'
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

/** The handbook owes an answer to this outline id and has none yet. */
const isOwed = (handbook: Handbook, covers: string): boolean =>
  [...handbook.topics.values()].some((topic) => outlineIds(topic).includes(covers))

function handbookQuestion(
  handbook: Handbook,
  { id, questionId, covers, reference }: Row,
): Question | undefined {
  const asked = questionId ?? covers
  const found =
    questionId !== undefined
      ? handbook.questions.get(questionId)
      : [...handbook.questions.values()].find((q) => covers !== undefined && q.covers.includes(covers))
  const excused =
    reference !== undefined || (questionId === undefined && covers !== undefined && isOwed(handbook, covers))
  if (!found && asked !== undefined && !excused)
    throw new Error(`row ${id}: the handbook has no question "${asked}", so nothing was written`)
  return found
}

/** What to grade a row against: its question's rubric, or else its own reference. */
function inputOf(handbook: Handbook, entry: Row): GradingInput | undefined {
  const language = entry.language ?? detectLanguage(entry.answer) ?? 'en'
  const known = handbookQuestion(handbook, entry)
  if (!known && entry.reference === undefined) return undefined
  const question: GradedQuestion = known
    ? rubricOf(known, language)
    : { prompt: entry.question ?? '', reference: entry.reference ?? '', keyPoints: [], misconceptions: [] }
  return { question, answer: entry.answer, asked: { kind: 'question', text: question.prompt }, language }
}

/** A row of the output, without its id. */
async function outputOf(input: GradingInput, grader: Grader) {
  const { score, verdicts, misconceptions, confidence, ...by } = await gradeAnswer(grader, input)
  return {
    ...{ score, band: bandOf(score) },
    keyPoints: verdicts.map(({ keyPointId, verdict, quote }) => ({
      ...{ id: keyPointId, verdict },
      ...(quote !== undefined && { quote }),
    })),
    misconceptions: misconceptions.map((m) => ({ id: m.misconceptionId, quote: m.quote })),
    ...{ confidence, grader: by.grader },
    ...(by.failure && { failure: by.failure }),
    ...(by.use && { use: by.use }),
  }
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
  const rows = await readJsonLines(options.in, row)
  const ports = await wire()
  if (options.grader === 'model' && !ports.modelGrade)
    throw new Error(
      '--grader model: no model is set up; set OPENAI_API_KEY or OPENAI_BASE_URL, or leave the option out to use the built-in grader',
    )
  const grader = options.grader === 'model' ? ports.grade : ports.builtinGrade
  const handbook = await ports.handbook()
  const inputs = rows.map((entry) => ({ entry, input: inputOf(handbook, entry) }))
  const graded = []
  for (const { entry, input } of inputs)
    graded.push({
      id: entry.id,
      ...(input
        ? await outputOf(input, grader)
        : { error: `the handbook does not cover ${entry.covers} yet` }),
    })
  await writeJsonLines(options.out, graded)
  const ungraded = inputs.filter(({ input }) => !input).length
  if (ungraded > 0)
    console.error(
      `${ungraded} of ${rows.length} rows have no grade: the handbook does not cover their outline id yet.`,
    )
  ports.close()
})
