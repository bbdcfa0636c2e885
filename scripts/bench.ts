import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Ports } from '@/lib/conduct/ports'
import { createRuns } from '@/lib/conduct/runs'
import { startInterview } from '@/lib/conduct/start-interview'
import { takeTurn } from '@/lib/conduct/take-turn'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import type { GradingInput } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { settings } from '@/lib/domain/interview/settings'
import { openEndpoint } from '@/lib/edges/models/endpoint'
import { createModelGrader } from '@/lib/edges/models/model-grader'
import { createModelVoice } from '@/lib/edges/models/model-voice'
import { memoryStore } from '@/lib/edges/store/memory-store'
import { openStore } from '@/lib/edges/store/open-store'
import { wire, type Wired } from '@/lib/wire'
import { gradingInputOf, readKnownAnswers } from '@/tests/eval/answers'
import { fakeOpenAi } from '@/tests/fixtures/fake-openai'
import { plausibleModel } from '@/tests/fixtures/plausible-model'
import { measurePacks } from './bench-packs'

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

const median = (values: readonly number[]): number => quantile(values, 0.5)

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
  const typed = ['why divide by the root', '低秩微调省显存', 'kv cahce', 'lora rank', '幻觉 怎么减少']
  const ours = await timed(300, (index) => search({ text: text(index), k: 10 }))
  const palette = await timed(300, (index) =>
    search({ text: typed[index % typed.length] ?? '', language: 'en', k: 8, excerpts: true }),
  )
  const scan = await timed(100, (index) => questions.map((q) => wordRecall(text(index), q.answer.en)))
  const plain = { name: 'scan of all answers for shared words, median', value: median(scan) }
  say('search the handbook by a claim, p50', 'ms', median(ours), plain)
  say('search the handbook by a claim, p95', 'ms', quantile(ours, 0.95), plain)
  say('search as one types, with excerpts, p50', 'ms', median(palette), plain)
  say('search as one types, with excerpts, p95', 'ms', quantile(palette, 0.95), plain)
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

/** A turn through the conduct, from the answer to the last word, with an interview in memory. */
async function turnTimes(ports: Ports, runs: number): Promise<number[]> {
  const owner = 'bench'
  const chosen = settings.parse({ language: 'en', topics: ['attention'], questions: 1, mode: 'practice' })
  return timed(runs, async (index) => {
    const started = await startInterview(ports, { owner, settings: chosen })
    if (!started.ok) throw new Error(started.reason)
    const text =
      'The scores are divided by the square root of the dimension so that the softmax does not saturate.'
    const turn = { turnId: `t${index}`, kind: 'answer', text } as const
    const outcome = await takeTurn(ports, { id: started.id, owner, turn })
    if (outcome.ok) await outcome.turn.finish()
  })
}

/** What a turn takes besides the model itself: a server on this machine that answers at once stands for it. */
async function benchTurn(wired: Wired): Promise<void> {
  const server = await fakeOpenAi(plausibleModel)
  try {
    const builtin: Ports = { ...wired, store: memoryStore(), grade: wired.builtinGrade, runs: createRuns() }
    const endpoint = openEndpoint({ baseUrl: server.baseUrl, prices: {} })
    const lexicon = { embed: wired.embed, idf: () => 1 }
    const { search } = wired
    const modelGrade = createModelGrader({
      endpoint,
      model: 'fake',
      search,
      lexicon,
      builtin: wired.builtinGrade,
    })
    const voice = createModelVoice({ endpoint, model: 'fake', search })
    const ours = await turnTimes({ ...builtin, grade: modelGrade, voice }, 200)
    const plain = await turnTimes(builtin, 200)
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const)
      say(`a turn with a model that answers at once, ${name}`, 'ms', quantile(ours, share), {
        name: 'the same turn with the built-in grader and words',
        value: quantile(plain, share),
      })
  } finally {
    await server.close()
  }
}

/** A pack of 10,000 questions: what is asked of it is that nobody waits for it. */
async function benchPacks(wired: Wired, questions: readonly Question[]): Promise<void> {
  const measured = await measurePacks(wired, questions)
  const text = (index: number): string =>
    questions[index % questions.length]?.prompt[index % 2 ? 'en' : 'zh'] ?? ''
  const handbook = await timed(200, (index) => wired.search({ text: text(index), k: 10 }))
  say('pack import, 10,000 questions', 's', measured.seconds, { name: 'to stay under', value: 60 })
  say('pack import, longest time that others wait', 'ms', measured.longestBlock, {
    name: 'to stay under',
    value: 50,
  })
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const reference = { name: 'the same searches of the handbook', value: quantile(handbook, share) }
    say(`pack search, 10,000 questions, ${name}`, 'ms', quantile(measured.alone, share), reference)
    say(
      `pack search together with the handbook, ${name}`,
      'ms',
      quantile(measured.together, share),
      reference,
    )
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
await benchTurn(ports)
await benchPacks(ports, questions)
say('memory of the opened ports', 'MiB', rss(), { name: 'the same process before', value: before })
ports.close()
