import { createInterface } from 'node:readline'
import { randomUUID } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import type { Listener } from '@/lib/conduct/listener'
import { readReport } from '@/lib/conduct/read-report'
import { startInterview } from '@/lib/conduct/start-interview'
import { takeTurn } from '@/lib/conduct/take-turn'
import type { RequestKind } from '@/lib/domain/interview/events'
import { settings, type Settings } from '@/lib/domain/interview/settings'
import { movesOf, type InterviewState, type MoveEntry } from '@/lib/domain/interview/state'
import { reportMarkdown } from '@/lib/domain/report/report-markdown'
import { wire } from '@/lib/wire'

/** The owner of every interview that is held in this machine's terminal. */
const owner = 'terminal'

const commands: Record<string, RequestKind> = {
  '/hint': 'hint-request',
  '/clarify': 'clarification-request',
  '/skip': 'skip',
  '/end': 'end',
}

const help = `Answer in as many lines as you like; an empty line sends. Or: ${Object.keys(commands).join('  ')}\n`

const number = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('it must be a whole number')
  return Number(value)
}

function readSettings(): Settings {
  const options = new Command('interview')
    .description(
      'Holds an interview in the terminal: answers are read from stdin, the report is printed at the end',
    )
    .requiredOption('--topics <ids>', 'topic ids, with commas between them', (ids) => ids.split(','))
    .option('--questions <n>', 'how many questions', number)
    .option('--minutes <n>', 'how many minutes, instead of a number of questions', number)
    .option('--language <zh|en>', 'language of the interview', 'en')
    .option(
      '--difficulty <adaptive|1-5>',
      'difficulty',
      (d) => (d === 'adaptive' ? d : number(d)),
      'adaptive',
    )
    .option('--manner <manner>', 'friendly, neutral or demanding', 'neutral')
    .option('--mode <mode>', 'mock (feedback in the report) or practice (after each answer)', 'mock')
    .parse()
    .opts()
  const parsed = settings.safeParse(options)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`)
  throw new Error(wrong.join('\n'))
}

function head({ move, question }: MoveEntry): string {
  return move.kind === 'question' ? `\n[${question}] ` : `\n(${move.kind}) `
}

/** Prints the interviewer's words as they come, and in practice mode the score of each answer. */
function printer(practice: boolean): Listener {
  const { stdout } = process
  return {
    message: (entry) => stdout.write(head(entry)),
    words: (_, delta) => stdout.write(delta),
    spoken: () => stdout.write('\n'),
    graded: (_, grade) => {
      if (practice) stdout.write(`\n${grade.score}/100\n`)
    },
  }
}

/** Gathers lines until an empty one, a command or the end of the input; `undefined` once nothing more comes. */
async function readTurn(
  lines: AsyncIterator<string>,
): Promise<{ kind: 'answer' | RequestKind; text: string } | undefined> {
  const text: string[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) return text.length > 0 ? { kind: 'answer', text: text.join('\n') } : undefined
    const kind = commands[value.trim().split(' ')[0] ?? '']
    if (kind && text.length === 0) return { kind, text: value.trim().replace(/^\/\w+\s*/, '') }
    if (value.trim() === '') return { kind: 'answer', text: text.join('\n') }
    text.push(value)
    // Piped answers come one a line; a person at a terminal may write several and sends with an empty one.
    if (!process.stdin.isTTY) return { kind: 'answer', text: value }
  }
}

async function interview(chosen: Settings): Promise<void> {
  const ports = await wire()
  const started = await startInterview(ports, { owner, settings: chosen })
  if (!started.ok) throw new Error(`--topics: ${started.reason}: ${started.ids.join(', ')}`)
  const { id } = started
  const listener = printer(chosen.mode === 'practice')
  if (process.stdin.isTTY) process.stdout.write(help)
  for (const entry of movesOf(started.state)) process.stdout.write(`${head(entry)}${entry.spoken ?? ''}\n`)

  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  let state: InterviewState = started.state
  while (!state.closed) {
    if (process.stdin.isTTY) process.stdout.write('\n> ')
    const said = (await readTurn(lines)) ?? { kind: 'end' as const, text: '' }
    const outcome = await takeTurn(ports, { id, owner, turn: { turnId: randomUUID(), ...said } })
    if (!outcome.ok) throw new Error(`The turn was refused: ${outcome.rejection}`)
    state = await outcome.turn.finish(listener)
  }
  const report = await readReport(ports, { id, owner })
  if (report) process.stdout.write(`\n${reportMarkdown(report)}`)
  ports.close()
}

try {
  await interview(readSettings())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
