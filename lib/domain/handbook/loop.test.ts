import { describe, expect, it } from 'vitest'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { assemble, crossCheck } from './assemble'
import { parseLoop } from './loop'

const file = (front: string, body = '## 中文\n先热身。\n## English\nA warm-up first.\n') =>
  `---\n${front}---\n${body}`
const front = `title: { zh: 一面, en: First round }
role: { zh: 算法工程师, en: NLP engineer }
round: { zh: 技术一面, en: Technical screen }
minutes: 45
probes: [{ zh: 基础, en: basics }, { zh: 推理, en: reasoning }]
questions:
  - { id: attention/attention-0, followUps: 2 }
  - { id: attention/attention-1, followUps: 0 }
  - { id: attention/attention-2, followUps: 1 }
`

describe('a loop file', () => {
  it('is a round with its questions in order', () => {
    const parsed = parseLoop('first-round.md', file(front))
    expect(parsed).toMatchObject({
      ok: true,
      value: { id: 'first-round', minutes: 45, about: { zh: '先热身。', en: 'A warm-up first.' } },
    })
    expect(parsed.ok && parsed.value.picks[1]).toEqual({ questionId: 'attention/attention-1', followUps: 0 })
  })

  it.each([
    ['First Round.md', file(front), 'kebab-case'],
    ['a.md', 'no front matter', 'front matter'],
    ['a.md', file(front, 'no headings'), '## 中文'],
    ['a.md', file(front.replace('minutes: 45', 'minutes: 500')), '<=120'],
    ['a.md', file(front.replace('followUps: 2', 'followUps: 9')), '<=3'],
    ['a.md', file(front.replace('title: {', 'title: {{')), ''],
  ])('%s: what is wrong is named', (name, source, words) => {
    const parsed = parseLoop(name, source)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.problems[0]?.file).toBe(name)
    expect(!parsed.ok && parsed.problems[0]?.message).toContain(words)
  })

  it('may only ask questions that there are, each once', () => {
    const parsed = parseLoop('a.md', file(front.replace('attention-2', 'attention-0')))
    if (!parsed.ok) throw new Error('does not parse')
    const { parts, questions } = sampleHandbook({ attention: 1 })
    const problems = crossCheck(assemble(parts, [...questions.values()], 'h', [parsed.value]))
    expect(problems.map(({ file: at, field, message }) => `${at} ${field} ${message}`)).toEqual([
      'loops/a.md questions.1.id there is no question "attention/attention-1"',
      'loops/a.md questions.2.id "attention/attention-0" is asked twice in the round',
    ])
  })
})
