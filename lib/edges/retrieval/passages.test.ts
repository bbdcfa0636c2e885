import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallHandbook } from '@/tests/fixtures/small-handbook'
import { splitAnswer, splitHandbook } from './passages'

const long = (words: number): string =>
  Array.from({ length: words }, (_, i) => `word${i}${i % 12 === 11 ? '.' : ''}`).join(' ')

describe('splitAnswer', () => {
  it('cuts by heading and paragraph', async () => {
    const parts = [`### First\n\n${long(80)}`, `### Second\n\n${long(80)}`]
    expect(await splitAnswer(parts.join('\n\n'), 'en')).toEqual(parts)
  })

  it.each(['**Second**', '**Second**:', '## Second'])('leaves %s with what it heads', async (heading) => {
    for (let words = 60; words < 110; words++) {
      const passages = await splitAnswer(`${long(words)}\n\n${heading}\n\n${long(90)}`, 'en')
      expect(passages.some((passage) => passage.endsWith(heading))).toBe(false)
      expect(passages.join('\n\n')).toContain(heading)
    }
  })

  it.each([
    ['formula', `$$\n${Array.from({ length: 60 }, (_, i) => `x_{${i}} + y_{${i}}`).join(' \\\\\n\n')}\n$$`],
    [
      'code block',
      `\`\`\`python\n${Array.from({ length: 60 }, (_, i) => `value_${i} = f(${i})`).join('\n\n')}\n\`\`\``,
    ],
    [
      'table',
      `| a | b |\n|---|---|\n${Array.from({ length: 60 }, (_, i) => `| row ${i} | cell ${i} |`).join('\n')}`,
    ],
  ])('keeps a long %s whole', async (_, block) => {
    const passages = await splitAnswer(`${long(90)}\n\n${block}\n\n${long(90)}`, 'en')
    expect(passages.length).toBeGreaterThan(1)
    expect(passages.filter((passage) => passage.includes(block))).toHaveLength(1)
  })

  it('does not cut inside a formula in a line', async () => {
    const formula = `$${Array.from({ length: 12 }, (_, i) => `a_{${i}} b_{${i}}`).join(' + ')}$`
    const text = Array.from({ length: 12 }, (_, i) => `${'字'.repeat(20 + i * 7)} ${formula}`).join(' ')
    for (const passage of await splitAnswer(text, 'zh'))
      expect(passage.match(/\$/g)?.length ?? 0).toSatisfy(isEven)
  })

  it('keeps every word, in order and verbatim', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\n\n',
        '\n',
        ' ',
        '### 标题\n\n',
        '| a | b |\n',
        '$x + y$',
        '$$\nz\n$$',
        '```\ncode\n```',
        '。',
      ),
      fc.lorem({ maxCount: 40 }),
      fc.constant('注意力对所有位置加权求和，'.repeat(12)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const text = pieces.join('')
        const passages = await splitAnswer(text, 'zh')
        let from = 0
        for (const passage of passages) {
          const at = text.indexOf(passage, from)
          expect(text.slice(from, at).trim()).toBe('')
          from = at + passage.length
        }
        expect(text.slice(from).trim()).toBe('')
      }),
      { numRuns: 150 },
    )
  })
})

const isEven = (n: number): boolean => n % 2 === 0

describe('splitHandbook', () => {
  it('indexes each answer and each rubric in both languages, always with the question', async () => {
    const handbook = smallHandbook()
    const passages = await splitHandbook(handbook)
    for (const question of handbook.questions.values())
      for (const language of ['zh', 'en'] as const) {
        const own = passages.filter((p) => p.questionId === question.id && p.language === language)
        expect(own.every(({ indexed }) => indexed.startsWith(question.prompt[language]))).toBe(true)
        expect(own.every(({ text }) => question.answer[language].includes(text))).toBe(true)
        const found = own.map(({ indexed }) => indexed).join('\n')
        for (const { claim } of question.keyPoints) expect(found).toContain(claim[language])
      }
  })
})
