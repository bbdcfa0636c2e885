import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBuiltinGrader } from '@/lib/domain/grading/builtin-grader'
import type { Lexicon } from '@/lib/domain/grading/evidence'
import type { Grader } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import type { Handbook } from '@/lib/domain/handbook/question'
import { sentences } from '@/lib/domain/text/segment'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { openSearch } from '@/lib/edges/retrieval/open-search'
import { gradingInputOf, readKnownAnswers, type KnownAnswer } from './answers'
import { mean } from './statistics'

let handbook: Handbook
let grader: Grader
let answers: readonly KnownAnswer[]
let lexicon: Lexicon
let dataDir: string

/** Of those that earn something, evenly from all topics; the rest is zero however it is said. */
const most = 160

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'viva-metamorphic-'))
  handbook = await loadHandbook()
  const { embed, idf } = await openSearch({ handbook, dataDir })
  lexicon = { embed, idf }
  grader = createBuiltinGrader(lexicon)
  const all = await readKnownAnswers()
  const earning = all.filter(({ kind }) => kind === 'excellent' || kind === 'partial')
  const step = Math.ceil(earning.length / most)
  answers = earning.filter((_, i) => i % step === 0)
}, 300_000)

afterAll(() => rm(dataDir, { recursive: true, force: true }))

const scoreOf = async (known: KnownAnswer, answer = known.answer): Promise<number> =>
  (await gradeAnswer(grader, gradingInputOf(handbook, { ...known, answer }))).score

/** One in a hundred may be an oddity. */
const few = (moves: readonly number[]): number => Math.floor(moves.length / 100)

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
const parts = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))
const widen = (text: string): string =>
  text.replace(/[!-~]/g, (c) => (/[A-Za-z0-9]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))

/** Ways to say the same thing: what a grader must not hear. */
const variants: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['full-width letters and digits', widen],
  ['upper case', (text) => text.toUpperCase()],
  [
    'white space and line breaks',
    (text) => `\n  ${text.replace(/ /g, '  ').replace(/([。.] )/g, '$1\n\n')}  `,
  ],
  [
    'half-width for full-width punctuation',
    (text) => text.replace(/，/g, ', ').replace(/。/g, '. ').replace(/；/g, '; ').replace(/：/g, ': '),
  ],
  ['no full stop at the end', (text) => text.replace(/[。.]\s*$/, '')],
  [
    'sentences in the reverse order',
    (text) =>
      parts(text)
        .reverse()
        .join(isHan(text) ? '' : ' '),
  ],
  [
    'filler at the start of each sentence',
    (text) =>
      parts(text)
        .map((part) => (isHan(part) ? `嗯，那个，${part}` : `Um, so basically, ${part}`))
        .join(isHan(text) ? '' : ' '),
  ],
  [
    'a polite frame',
    (text) =>
      isHan(text)
        ? `好的，这个问题我来回答一下。${text}大概就是这样，谢谢。`
        : `Sure, happy to answer that. ${text} That's about it, thank you.`,
  ],
  ['everything said twice', (text) => `${text}\n${text}`],
  [
    'contractions written out',
    (text) =>
      text
        .replace(/can't\b/gi, 'cannot')
        .replace(/n't\b/g, ' not')
        .replace(/\bit's\b/gi, 'it is')
        .replace(/\bthat's\b/gi, 'that is')
        .replace(/\byou're\b/gi, 'you are'),
  ],
  [
    'bullets',
    (text) =>
      parts(text)
        .map((part) => `- ${part}`)
        .join('\n'),
  ],
]

describe('the same answer said otherwise', () => {
  it('is looked at: there are answers to say otherwise', () => expect(answers.length).toBeGreaterThan(30))

  it.each(variants)('%s moves no score much, and next to none at all', async (_, change) => {
    const moves: number[] = []
    for (const known of answers)
      moves.push(Math.abs((await scoreOf(known, change(known.answer))) - (await scoreOf(known))))
    expect(mean(moves)).toBeLessThanOrEqual(1)
    expect(moves.filter((move) => move > 20).length).toBeLessThanOrEqual(few(moves))
  })

  it('gets the same grade each time, from a grader that has seen others and from a new one', async () => {
    const fresh = createBuiltinGrader(lexicon)
    for (const known of answers.slice(0, 20)) {
      const input = gradingInputOf(handbook, known)
      expect(await gradeAnswer(fresh, input)).toEqual(await gradeAnswer(grader, input))
    }
  })
})

describe('an answer made worse', () => {
  it('never gains by losing its second half', async () => {
    const moves: number[] = []
    for (const known of answers) {
      const all = parts(known.answer)
      if (all.length < 2) continue
      const half = all.slice(0, Math.ceil(all.length / 2)).join(isHan(known.answer) ? '' : ' ')
      moves.push((await scoreOf(known)) - (await scoreOf(known, half)))
    }
    expect(mean(moves)).toBeGreaterThan(15)
    expect(moves.filter((move) => move < -10).length).toBeLessThanOrEqual(few(moves))
  })

  it('is worth next to nothing when every statement is put down to others who are wrong', async () => {
    const scores: number[] = []
    for (const known of answers) {
      const told = parts(known.answer)
        .map((part) =>
          isHan(part)
            ? `有人认为${part.replace(/[。；]$/, '')}，这是错误的。`
            : `Some people think that ${part.replace(/[.;]$/, '')}, which is wrong.`,
        )
        .join(' ')
      scores.push(await scoreOf(known, told))
    }
    expect(mean(scores)).toBeLessThan(10)
  })

  it('is worth nothing as an answer to another question', async () => {
    const others = answers.slice(1)
    const scores: number[] = []
    for (const [i, known] of others.entries()) {
      const other = answers[(i + Math.floor(answers.length / 2)) % answers.length]
      if (other && other.questionId.split('/')[0] !== known.questionId.split('/')[0])
        scores.push(await scoreOf(known, other.answer))
    }
    expect(scores.length).toBeGreaterThan(10)
    expect(mean(scores)).toBeLessThan(6)
  })
})
