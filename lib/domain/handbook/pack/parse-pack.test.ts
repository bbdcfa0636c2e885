import { describe, expect, it } from 'vitest'
import type { PackEntry } from './entry'
import { parsePack, type ParsedPack } from './parse-pack'
import { printQuestion } from './print-question'

const file = (name: string, text: string | Uint8Array): PackEntry => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
})

const digest = (text: string): string => `hash of ${text.length}: ${text}`

function parse(...entries: readonly PackEntry[]): ParsedPack {
  const work = parsePack(entries, digest)
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}

function questionsOf(...entries: readonly PackEntry[]) {
  const parsed = parse(...entries)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.questions
}

function problemsOf(...entries: readonly PackEntry[]) {
  const parsed = parse(...entries)
  if (parsed.ok) throw new Error('it was taken')
  return parsed.problems.map(({ file, line, field, code }) => [file, line, field, code])
}

const questionFile = `---
difficulty: 4
question:
  zh: 什么是注意力？
  en: What is attention?
keyPoints:
  - id: weights
    weight: 3
    zh: 加权平均
    en: A weighted average
    cues: [[加权, weighted]]
    probe: { zh: 怎么平均？, en: An average of which kind? }
references: ["A. Author 2020"]
---
## 中文
值的加权平均。

- 甲
## English
A weighted average of values.
`

describe('a table', () => {
  it('may have quotes, line ends and delimiters inside its fields', () => {
    const [first, second] = questionsOf(
      file('a.csv', 'question,reference\r\n"What, ""exactly""?","one\r\n\r\ntwo"\r\nWhy?,because\r\n'),
    )
    expect(first).toMatchObject({
      slug: 'q-00001',
      prompt: { zh: 'What, "exactly"?', en: 'What, "exactly"?' },
    })
    expect(first?.answer.en).toBe('one\n\ntwo')
    expect(second).toMatchObject({ slug: 'q-00002', difficulty: 3, keyPoints: [] })
  })

  it.each([
    ['semicolons', 'question;reference;level\nWhy?;because, so;5\n'],
    ['tabs', 'Prompt\tAnswer\tDifficulty\nWhy?\tbecause, so\t5\n'],
    ['Chinese headings', '题目,参考答案,难度\nWhy?,"because, so",5\n'],
    ['a byte order mark', '\uFEFFquestion,reference,level\nWhy?,"because, so",5'],
    ['old line ends', 'question,reference,level\rWhy?,"because, so",5\r'],
    ['columns that mean nothing here', 'n,reference,question,x,level\n1,"because, so",Why?,,5\n'],
  ])('may have %s', (_, text) => {
    expect(questionsOf(file('a.csv', text))).toMatchObject([
      { prompt: { en: 'Why?' }, answer: { zh: 'because, so' }, difficulty: 5 },
    ])
  })

  it('names file, line and field of everything that is wrong, lines inside fields counted', () => {
    const rows = [
      'question,reference,difficulty,language',
      '"a',
      'b",c,9,',
      ',d,,',
      'e,f,1,klingon',
      'g,h,1,en,more',
    ]
    expect(problemsOf(file('a.csv', rows.join('\n')))).toEqual([
      ['a.csv', 2, 'difficulty', 'not-allowed'],
      ['a.csv', 4, 'question', 'missing'],
      ['a.csv', 5, 'language', 'not-allowed'],
      ['a.csv', 6, '', 'too-many-fields'],
    ])
  })

  it('says where a quote opens that is not closed', () => {
    expect(problemsOf(file('a.csv', 'question,reference\na,b\n"c,d\ne,f\n'))).toEqual([
      ['a.csv', 3, '', 'quotes'],
    ])
    const endless = `question,reference\na,b\n"${'c,d\n'.repeat(100_000)}`
    expect(problemsOf(file('a.csv', endless))).toEqual([['a.csv', 3, '', 'record-too-long']])
  })

  it('says which column is missing or named twice', () => {
    expect(problemsOf(file('a.csv', 'query,answer\na,b\n'))).toEqual([['a.csv', 1, 'question', 'no-column']])
    expect(problemsOf(file('a.csv', 'q,answer,题目\na,b,c\n'))).toEqual([
      ['a.csv', 1, 'question', 'column-twice'],
    ])
  })

  it('keeps ids, and refuses one that is used twice', () => {
    const text = 'id,question,reference\nWhy Not,a,b\n,c,d\nwhy-not,e,f\n'
    expect(problemsOf(file('a.csv', text))).toEqual([['a.csv', 4, 'id', 'used-twice']])
    expect(questionsOf(file('a.csv', text.replace('why-not', 'other'))).map(({ slug }) => slug)).toEqual([
      'why-not',
      'q-00002',
      'other',
    ])
  })

  it('is read in pieces without losing a row', () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, n) => `"question ${n},\n""${n}""",${'answer '.repeat(n % 90)}x`,
    )
    const questions = questionsOf(file('a.csv', `question,reference\n${rows.join('\n')}`))
    expect(questions.map(({ prompt }) => prompt.en)).toEqual(rows.map((_, n) => `question ${n},\n"${n}"`))
  })
})

describe('JSON', () => {
  const rows = [
    { question: 'a {"', reference: 'b\n}', difficulty: 1 },
    { 问题: '甲', 答案: '乙', extra: { deep: ['}'] } },
  ]
  it.each([
    ['a list', JSON.stringify(rows)],
    ['a list with line ends', JSON.stringify(rows, null, 2)],
    ['one object a line', rows.map((row) => JSON.stringify(row)).join('\r\n')],
  ])('may be %s', (_, text) => {
    expect(questionsOf(file('a.json', text))).toMatchObject([
      { prompt: { en: 'a {"' }, answer: { en: 'b\n}' }, difficulty: 1 },
      { prompt: { zh: '甲' }, answer: { zh: '乙' } },
    ])
  })

  it('names the line of what is wrong', () => {
    const text =
      '{"question":"a","reference":"b"}\n\n{"question":"a"}\n{"question":1 2}\n{"question":["a"],"reference":"b"}'
    expect(problemsOf(file('a.jsonl', text))).toEqual([
      ['a.jsonl', 3, 'reference', 'missing'],
      ['a.jsonl', 4, '', 'json-syntax'],
      ['a.jsonl', 5, 'question', 'wrong-type'],
    ])
    expect(problemsOf(file('a.json', '[{"question":"a","reference":"b"}'))).toEqual([
      ['a.json', 1, '', 'json-shape'],
    ])
    expect(problemsOf(file('a.json', '[\n{"question":"a"'))).toEqual([['a.json', 2, '', 'record-too-long']])
    expect(problemsOf(file('a.json', '[1, 2]'))).toEqual([['a.json', 1, '', 'json-shape']])
  })
})

describe('a question file', () => {
  it('keeps its rubric and both languages', () => {
    expect(questionsOf(file('attention/What is it.md', questionFile))).toMatchObject([
      {
        slug: 'what-is-it',
        difficulty: 4,
        prompt: { zh: '什么是注意力？', en: 'What is attention?' },
        keyPoints: [{ id: 'weights', weight: 3, claim: { zh: '加权平均' }, cues: [['加权', 'weighted']] }],
        answer: { zh: '值的加权平均。\n\n- 甲', en: 'A weighted average of values.' },
        references: ['A. Author 2020'],
      },
    ])
  })

  it('may leave out the rubric and one language', () => {
    const [question] = questionsOf(file('a.md', '---\nquestion: { en: Why? }\n---\n\nBecause.\n'))
    expect(question).toMatchObject({
      prompt: { zh: 'Why?', en: 'Why?' },
      answer: { zh: 'Because.' },
      difficulty: 3,
    })
  })

  it('names line and field of everything that is wrong', () => {
    const wrong = questionFile
      .replace('difficulty: 4', 'difficulty: 9\ncolour: red')
      .replace('    weight: 3\n', '')
      .replace('    cues: [[加权, weighted]]\n', '    cues: 7\n')
    expect(problemsOf(file('t/a.md', wrong))).toEqual([
      ['t/a.md', 2, 'difficulty', 'too-many'],
      ['t/a.md', 8, 'keyPoints.0.weight', 'missing'],
      ['t/a.md', 11, 'keyPoints.0.cues', 'wrong-type'],
      ['t/a.md', 3, 'colour', 'unknown-field'],
    ])
    expect(problemsOf(file('a.md', '# Notes\n'))).toEqual([['a.md', 1, '', 'front-matter']])
    expect(problemsOf(file('a.md', '---\nquestion: { en: a\n---\nb'))[0]?.slice(0, 1)).toEqual(['a.md'])
    expect(problemsOf(file('a.md', '---\nquestion: { en: a }\n---\n## English\n'))).toEqual([
      ['a.md', 3, '', 'body'],
    ])
  })

  it('takes its folder into its name where two files have the same', () => {
    const one = '---\nquestion: { en: a }\n---\nb'
    expect(questionsOf(file('x/a.md', one), file('y/a.md', one)).map(({ slug }) => slug)).toEqual([
      'a',
      'y-a',
    ])
  })

  it('is printed so that it reads back as the same', () => {
    const odd =
      'id,question,reference\na,"why: ""x""? # no","## English\n- `a`: 1\n\n---\n## 中文"\n甲,什么？,因为。\n'
    const questions = questionsOf(file('t/b.md', questionFile), file('a.csv', odd))
    const again = questionsOf(...questions.map((q) => file(`${q.slug}.md`, printQuestion(q))))
    expect(again.slice(0, 1)).toEqual(questions.slice(0, 1))
    expect(again[2]).toEqual(questions[2])
    const [, before] = questions
    expect(again[1]).toMatchObject({ slug: 'a', prompt: before?.prompt })
    expect(again[1]?.answer.en.replace(/ {2}/g, ' ')).toBe(before?.answer.en)
  })
})

describe('encodings', () => {
  const text = '问题,参考答案\n什么是梯度下降？,沿负梯度方向更新参数。\n'
  const utf16 = (little: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return little ? bytes : bytes.swap16()
  }
  // 问题,答案\n甲,乙\n in GBK
  const gbk = Uint8Array.from([
    ...[0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xbc, 0xd7, 0x2c, 0xd2, 0xd2, 0x0a],
  ])
  it('are told apart', () => {
    for (const bytes of [new TextEncoder().encode(text), utf16(true), utf16(false)])
      expect(questionsOf(file('a.csv', bytes))[0]?.prompt.zh).toBe('什么是梯度下降？')
    expect(questionsOf(file('a.csv', gbk))).toMatchObject([{ prompt: { zh: '甲' }, answer: { zh: '乙' } }])
  })

  it('that are none are refused', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xff])
    expect(problemsOf(file('a.csv', picture))).toEqual([['a.csv', undefined, '', 'encoding']])
    expect(problemsOf(file('a.csv', Buffer.from('question,reference\ncaf\xe9 ,b\n', 'latin1')))).toEqual([
      ['a.csv', undefined, '', 'encoding'],
    ])
  })
})

describe('a pack', () => {
  it('is taken whole or not at all, and counts problems past the first hundred', () => {
    const good = Array.from({ length: 5 }, (_, n) => `good ${n},answer`)
    const bad = Array.from({ length: 250 }, () => 'bad,')
    const parsed = parse(file('a.csv', ['question,reference', ...good, ...bad].join('\n')))
    expect(parsed).toMatchObject({ ok: false, count: 250 })
    expect(parsed.ok || parsed.problems).toHaveLength(100)
  })

  it('has 10,000 questions at the most', () => {
    const table = (rows: number) =>
      file('a.csv', `question,reference\n${Array.from({ length: rows }, (_, n) => `q${n},r`).join('\n')}`)
    expect(questionsOf(table(10_000))).toHaveLength(10_000)
    expect(problemsOf(table(10_001))).toEqual([['a.csv', 10_002, 'id', 'too-many-questions']])
  })

  it('leaves aside what systems leave behind, and says so', () => {
    const parsed = parse(
      file('p/a.csv', 'question,reference\na,b'),
      file('p/__MACOSX/._a.csv', 'x'),
      file('p/.git/config.json', '{}'),
      file('p/README.md', '# read me'),
      file('p/picture.png', 'x'),
    )
    expect(parsed).toMatchObject({
      ok: true,
      ignored: ['p/__MACOSX/._a.csv', 'p/.git/config.json', 'p/README.md', 'p/picture.png'],
    })
  })

  it('is refused when it is empty, holds archives or leaves its folder', () => {
    expect(problemsOf()).toEqual([['', undefined, '', 'no-questions']])
    expect(problemsOf(file('a.png', 'x'))).toEqual([['a.png', undefined, '', 'no-questions']])
    expect(problemsOf(file('a.csv', ' \n'))).toEqual([['a.csv', undefined, '', 'empty']])
    expect(problemsOf(file('b/a.rar', 'x'))).toEqual([['b/a.rar', undefined, '', 'archive-inside']])
    for (const name of ['../a.csv', '/etc/a.csv', 'C:\\a.csv', 'a/../../b.csv', '..\\a.csv'])
      expect(problemsOf(file(name, 'question,reference\na,b'))).toEqual([
        [name, undefined, '', 'unsafe-path'],
      ])
  })
})
