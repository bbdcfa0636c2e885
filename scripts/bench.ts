import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import type { GradingInput } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { openStore } from '@/lib/edges/store/open-store'
import { wire, type Wired } from '@/lib/wire'
import { gradingInputOf, readKnownAnswers } from '@/tests/eval/answers'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Milliseconds that each run takes, the first tenth left out as warm-up. */
async function timed(runs: number, run: (index: number) => unknown): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) {
    const start = performance.now()
    await run(index)
    times.push(performance.now() - start)
  }
  return times.slice(Math.floor(runs / 10))
}

const say = (name: string, unit: string, value: number, reference: { name: string; value: number }): void =>
  console.log(
    JSON.stringify({
      name,
      unit,
      value: Number(value.toFixed(3)),
      reference: { ...reference, value: Number(reference.value.toFixed(3)) },
    }),
  )

/** The plainest grader there is: which share of the reference's words the answer has. */
function wordRecall(reference: string, answer: string): number {
  const words = (text: string) =>
    new Set(
      [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
        .filter((s) => s.isWordLike)
        .map((s) => s.segment.toLowerCase()),
    )
  const [wanted, said] = [words(reference), words(answer)]
  return [...wanted].filter((word) => said.has(word)).length / wanted.size
}

async function benchGrading({ grade }: Wired, questions: readonly Question[]): Promise<void> {
  const input = (index: number) => {
    const question = questions[index % questions.length] as Question
    const language = index % 2 === 0 ? ('zh' as const) : ('en' as const)
    const graded = {
      prompt: question.prompt[language],
      reference: question.answer[language],
      keyPoints: question.keyPoints,
      misconceptions: question.misconceptions,
    }
    return {
      question: graded,
      answer: `${question.answer[language]} (${index})`,
      asked: { kind: 'question' as const, text: graded.prompt },
      language,
    }
  }
  const ours = await timed(300, (index) => gradeAnswer(grade, input(index)))
  const plain = await timed(300, (index) => wordRecall(input(index).question.reference, input(index).answer))
  say('grade a whole reference answer', 'ms (median)', median(ours), {
    name: 'share of the reference’s words',
    value: median(plain),
  })
}

/** Answers as candidates give them; the first round over them also reads the rubrics. */
async function benchAnswers({ grade }: Wired, handbook: Handbook): Promise<void> {
  const inputs = (await readKnownAnswers()).map((known) => gradingInputOf(handbook, known))
  const round = async (run: (input: GradingInput) => unknown): Promise<number> => {
    const start = performance.now()
    for (const input of inputs) await run(input)
    return (1000 * inputs.length) / (performance.now() - start)
  }
  const run = (input: GradingInput) => gradeAnswer(grade, input)
  const first = await round(run)
  const plain = { name: 'share of the reference’s words', value: 0 }
  plain.value = await round(({ question, answer }) => wordRecall(question.reference, answer))
  say('grade known answers, rubrics read for the first time', 'answers/s, one core', first, plain)
  say('grade known answers', 'answers/s, one core', await round(run), plain)
}

async function benchSearch({ search }: Wired, questions: readonly Question[]): Promise<void> {
  const text = (index: number): string =>
    (questions[index % questions.length] as Question).keyPoints[0]?.claim.en ?? ''
  const ours = await timed(300, (index) => search({ text: text(index), k: 10 }))
  const scan = await timed(300, (index) => questions.map((q) => wordRecall(text(index), q.answer.en)))
  say('search the handbook', 'ms (median)', median(ours), {
    name: 'scan of all answers for shared words',
    value: median(scan),
  })
}

async function benchStore(): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'viva-bench-'))
  try {
    const store = await openStore(path.join(dir, 'viva.db'))
    const at = '2026-01-01T10:00:00.000Z'
    const event = { type: 'AnswerSubmitted' as const, at, turnId: 't', text: 'x'.repeat(1000) }
    await store.create({ id: 'i', owner: 'o', status: 'active', createdAt: at, updatedAt: at }, [])
    const ours = await timed(300, (index) =>
      store.append('i', index, [event], { status: 'active', updatedAt: at }),
    )
    store.close()
    const raw = new Database(path.join(dir, 'raw.db'))
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.exec('create table t (a integer primary key, b text)')
    const insert = raw.prepare('insert into t (b) values (?)')
    const bare = await timed(300, () => insert.run(JSON.stringify(event)))
    raw.close()
    say('append an answer durably', 'ms (median)', median(ours), {
      name: 'bare SQLite insert, same durability',
      value: median(bare),
    })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

const rss = (): number => process.memoryUsage().rss / 2 ** 20
const before = rss()
const opening = performance.now()
const ports = await wire()
const opened = performance.now() - opening
const handbook = await ports.handbook()
const questions = [...handbook.questions.values()]
say('open database, handbook and index', 'ms', opened, {
  name: 'questions in the handbook',
  value: questions.length,
})
await benchAnswers(ports, handbook)
await benchGrading(ports, questions)
await benchSearch(ports, questions)
await benchStore()
say('memory of the opened ports', 'MiB', rss(), { name: 'the same process before', value: before })
ports.close()
