import { readFile, writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { answersFrom } from '@/lib/conduct/ask-handbook'
import type { FitSigns } from '@/lib/conduct/ports'
import { fitOf, fitSigns } from '@/lib/edges/retrieval/fit'
import { wire } from '@/lib/wire'
import { isForAskFitting, readAskCases, type AskCase } from '@/tests/eval/ask-cases'
import { runCommand } from './json-lines'

const { write } = new Command('tune-ask')
  .description('Fits and measures when the handbook answers a question, and when it does not')
  .option('--write', 'write the fitted weights', false)
  .parse()
  .opts<{ write: boolean }>()

type Weights = Record<'bias' | (typeof fitSigns)[number], number>
interface Row {
  readonly asked: AskCase
  readonly signs: FitSigns
}

/** Keeps weights small: there are few cases. */
const ridge = 0.02
const rounds = 20_000
const pace = 0.5

/** Logistic regression by gradient descent, the two kinds of case weighing the same. */
function fit(rows: readonly Row[]): Weights {
  let weights: Weights = { bias: 0, words: 0, covered: 0, known: 0, meaning: 0 }
  const answerable = rows.filter(({ asked }) => asked.wanted.length > 0).length
  for (let round = 0; round < rounds; round++) {
    const step: Weights = { bias: 0, words: 0, covered: 0, known: 0, meaning: 0 }
    for (const { asked, signs } of rows) {
      const yes = asked.wanted.length > 0
      const share = 0.5 / (yes ? answerable : rows.length - answerable)
      const error = share * (fitOf(signs, weights) - (yes ? 1 : 0))
      step.bias += error
      for (const sign of fitSigns) step[sign] += error * signs[sign]
    }
    for (const sign of fitSigns) step[sign] += (ridge * weights[sign]) / rows.length
    weights = Object.fromEntries(
      Object.entries(weights).map(([name, value]) => [name, value - pace * step[name as keyof Weights]]),
    ) as Weights
  }
  return weights
}

const percent = (part: number, whole: number): string => `${part}/${whole}`

function told(name: string, rows: readonly Row[], weights: Weights): string {
  const answers = ({ signs }: Row): boolean => fitOf(signs, weights) >= answersFrom
  const yes = rows.filter(({ asked }) => asked.wanted.length > 0)
  const no = rows.filter(({ asked }) => asked.wanted.length === 0)
  const right = percent(yes.filter(answers).length, yes.length)
  const refused = percent(no.filter((row) => !answers(row)).length, no.length)
  return `  ${name.padEnd(24)} answered ${right.padEnd(8)} refused ${refused}`
}

await runCommand(async () => {
  const ports = await wire()
  const rows: Row[] = []
  const places: { readonly language: string; readonly place: number }[] = []
  for (const asked of await readAskCases()) {
    const hits = await ports.search({ text: asked.question, language: asked.language, k: 5, signs: true })
    const signs = hits[0]?.signs ?? { words: 0, covered: 0, known: 0, meaning: 0 }
    rows.push({ asked, signs })
    const isWanted = (id: string): boolean =>
      asked.wanted.some((one) => (one.endsWith('/*') ? id.startsWith(one.slice(0, -1)) : one === id))
    if (asked.wanted.length > 0)
      places.push({
        language: asked.language,
        place: hits.findIndex(({ questionId }) => isWanted(questionId)),
      })
  }
  ports.close()
  const fitting = rows.filter(({ asked }) => isForAskFitting(asked.id))
  const held = rows.filter(({ asked }) => !isForAskFitting(asked.id))
  const weights = fit(fitting)
  const file = 'lib/edges/retrieval/fit.json'
  const rounded = Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, Number(value.toFixed(3))]),
  ) as Weights
  console.log('weights', JSON.stringify(rounded))
  console.log(told('fitting half', fitting, rounded))
  console.log(told('held-out half', held, rounded))
  for (const language of ['zh', 'en'])
    console.log(
      told(
        `held-out half, ${language}`,
        held.filter(({ asked }) => asked.language === language),
        rounded,
      ),
    )
  console.log(told('held out, as it is now', held, JSON.parse(await readFile(file, 'utf8')) as Weights))
  for (const language of ['zh', 'en']) {
    const own = places.filter((row) => row.language === language)
    const first = own.filter(({ place }) => place === 0).length
    const five = own.filter(({ place }) => place >= 0).length
    console.log(
      `  a wanted question, ${language}: first ${percent(first, own.length)}, within five ${percent(five, own.length)}`,
    )
  }
  if (write) await writeFile(file, `${JSON.stringify(rounded, null, 2)}\n`)
})
