import { describe, expect, it } from 'vitest'
import { sampleQuestion } from '@/tests/fixtures/sample-handbook'
import { assemble, coverage, crossCheck, parseTopics } from './assemble'
import type { Part, Question } from './question'

const text = { zh: '文', en: 'text' }
const parts: Part[] = [
  {
    id: 'foundations',
    title: text,
    topics: [{ id: 'attention', part: 'foundations', title: text, description: text, outline: 2 }],
  },
]
const covering = (slug: string, covers: string[], topic = 'attention'): Question => ({
  ...sampleQuestion(topic, slug),
  covers,
})

describe('crossCheck', () => {
  it('finds nothing wrong with a pack that fits together', () => {
    const handbook = assemble(parts, [covering('a', ['attention/01']), covering('b', ['attention/02'])], 'h')
    expect(crossCheck(handbook)).toEqual([])
    expect(coverage(handbook)).toMatchObject({ questions: 2, outlineTotal: 2, outlineCovered: 2 })
  })

  it('names an outline id that is covered twice, one that does not exist, and an unknown topic', () => {
    const questions = [
      covering('a', ['attention/01']),
      covering('b', ['attention/01', 'attention/03']),
      covering('c', [], 'astrology'),
    ]
    const messages = crossCheck(assemble(parts, questions, 'h')).map(
      (p) => `${p.file} ${p.field} ${p.message}`,
    )
    expect(messages).toEqual([
      'attention/b.md covers "attention/01" is already covered by attention/a.md',
      'attention/b.md covers the outline has no "attention/03"',
      'astrology/c.md topic the topic "astrology" is not in topics.yaml',
    ])
  })
})

describe('parseTopics', () => {
  it('names the field that is wrong', () => {
    const parsed = parseTopics(
      'topics.yaml',
      'parts: [{ id: a, title: { zh: 甲, en: A }, topics: [{ id: b }] }]',
    )
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.field)).toContain('parts.0.topics.0.title')
  })
})
