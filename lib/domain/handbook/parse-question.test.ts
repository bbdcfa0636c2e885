import { describe, expect, it } from 'vitest'
import { parseQuestion, type Problem } from './parse-question'

const cue = '[[frozen, 冻结], [weights, 权重]]'
const keyPoint = (id: string): string => `  - id: ${id}
    weight: 3
    zh: 要点
    en: a point
    cues: ${cue}
    probe: { zh: 追问, en: probe }`
const misconception = (id: string): string => `  - id: ${id}
    zh: 误解
    en: a belief
    cues: ${cue}
    correction: { zh: 更正, en: correction }`

const front = (changes: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    covers: '[attention/01]',
    difficulty: '3',
    question: '{ zh: 问题, en: question }',
    keyPoints: `\n${['a', 'b', 'c'].map(keyPoint).join('\n')}`,
    misconceptions: `\n${['x', 'y'].map(misconception).join('\n')}`,
    deepDives: '[{ zh: 深入, en: dive, expects: { zh: 期望, en: expects } }]',
    references: '[]',
    ...changes,
  }
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')
}

const body = '## 中文\n回答。\n\n## English\nAn answer.\n'
const file = (yaml = front(), text = body): string => `---\n${yaml}\n---\n${text}`

const problems = (text: string, name = 'attention/what-it-is.md'): Problem[] => {
  const parsed = parseQuestion(name, text, 'hash')
  return parsed.ok ? [] : parsed.problems
}

describe('parseQuestion', () => {
  it('reads a whole file, named by its path', () => {
    const parsed = parseQuestion('attention/what-it-is.md', file(), 'hash')
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        id: 'attention/what-it-is',
        topic: 'attention',
        answer: { zh: '回答。', en: 'An answer.' },
        keyPoints: [{ id: 'a', claim: { zh: '要点', en: 'a point' } }, { id: 'b' }, { id: 'c' }],
        hash: 'hash',
      },
    })
  })

  it('does not mind a byte order mark or Windows line ends', () => {
    expect(problems(`\uFEFF${file().replace(/\n/g, '\r\n')}`)).toEqual([])
  })

  it.each([
    ['a wrong name', file(), 'Attention.md', ''],
    ['no front matter', 'just text', undefined, ''],
    ['a missing language', file(front(), '## 中文\n回答。\n'), undefined, ''],
    ['an empty answer', file(front(), '## 中文\n\n## English\ntext\n'), undefined, ''],
    ['an unknown field', file(`${front()}\nlevel: 3`), undefined, ''],
    ['a difficulty out of range', file(front({ difficulty: '6' })), undefined, 'difficulty'],
    ['too few key points', file(front({ keyPoints: `\n${keyPoint('a')}` })), undefined, 'keyPoints'],
    [
      'an id used twice',
      file(front({ misconceptions: `\n${misconception('x')}\n${misconception('x')}` })),
      undefined,
      'misconceptions',
    ],
    ['a misshapen outline id', file(front({ covers: '[attention]' })), undefined, 'covers.0'],
    ['an empty idea in a cue', file(front({ deepDives: '[]' })), undefined, 'deepDives'],
  ])('names the field of %s', (_, text, name, field) => {
    const found = problems(text, name)
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]?.field).toBe(field)
    expect(found[0]?.message).not.toBe('')
  })

  it('names the line of a YAML error as an editor counts it', () => {
    const text = file(front({ question: '{ zh: 问题, en: "unclosed }' }))
    expect(problems(text)[0]?.field).toMatch(/^line \d+$/)
  })
})
