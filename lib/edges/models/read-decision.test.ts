import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBuiltinGrader } from '@/lib/domain/grading/builtin-grader'
import { corroborate } from '@/lib/domain/grading/corroborate'
import { grade, type GradingInput } from '@/lib/domain/grading/grade'
import { gradeAnswer } from '@/lib/domain/grading/grade-answer'
import { score } from '@/lib/domain/grading/score'
import { locateQuote } from '@/lib/domain/text/quote'
import { judgementOf } from './model-grader'
import { readDecision } from './read-decision'

const answer =
  'The pretrained weights stay frozen, and only two small matrices A and B are trained. B starts at zero.'

const point = (id: string, weight: number, en: string, cues: string[][]) => ({
  ...{ id, weight, cues },
  claim: { zh: en, en },
  probe: { zh: '？', en: '?' },
})

const question = {
  prompt: 'How does LoRA work?',
  reference: 'LoRA freezes the pretrained weights and trains two low-rank matrices, B from zero.',
  keyPoints: [
    point('frozen', 3, 'The pretrained weights stay frozen', [
      ['frozen', 'fixed'],
      ['pretrained', 'weights'],
    ]),
    point('low-rank', 3, 'Two low-rank matrices are trained', [
      ['two', 'low-rank'],
      ['matrices', 'trained'],
    ]),
    point('zero', 2, 'B starts at zero', [['zero'], ['b']]),
  ],
  misconceptions: [
    {
      id: 'compresses',
      claim: { zh: '', en: 'LoRA compresses the weights' },
      cues: [['compresses']],
      correction: { zh: '', en: 'It adds to them' },
    },
  ],
}
const input: GradingInput = {
  ...{ question, answer, language: 'en' },
  asked: { kind: 'question', text: question.prompt },
}

const valid = {
  keyPoints: [
    { id: 'frozen', verdict: 'covered', quote: 'The pretrained weights stay frozen' },
    { id: 'low-rank', verdict: 'partial', quote: 'only two small matrices A and B are trained' },
    { id: 'zero', verdict: 'missing', quote: '' },
  ],
  misconceptions: [{ id: 'compresses', asserted: false, quote: '' }],
  insights: [],
}
const text = JSON.stringify(valid)

describe('reading a decision', () => {
  it.each([
    ['bare', text],
    ['in a fence', `\`\`\`json\n${text}\n\`\`\``],
    ['with words around it', `Here is my decision: ${text} I hope that helps.`],
    ['laid out', JSON.stringify(valid, null, 2)],
    ['with further fields', text.replace('{', '{"reasoning":"a } in a string",')],
  ])('finds it %s', (_, reply) => {
    expect(readDecision(reply, question)).toEqual({ ok: true, decision: valid })
  })

  it.each([
    ['', 'it holds no complete JSON object'],
    [text.slice(0, -3), 'it holds no complete JSON object'],
    [text.replace('"frozen"', 'frozen'), 'it is not valid JSON'],
    [text.replace('"covered"', '"excellent"'), 'keyPoints.0.verdict'],
    [text.replace('"frozen"', '"thawed"'), 'keyPoints lacks "frozen"'],
    [JSON.stringify({ ...valid, keyPoints: valid.keyPoints.slice(1) }), 'keyPoints lacks "frozen"'],
    [
      JSON.stringify({ ...valid, keyPoints: [...valid.keyPoints, valid.keyPoints[0]] }),
      'each id of the rubric once',
    ],
    [JSON.stringify({ ...valid, misconceptions: [] }), 'misconceptions lacks "compresses"'],
    ['{"score": 100}', 'keyPoints'],
  ])('says what is wrong with %s', (reply, problem) => {
    const read = readDecision(reply, question)
    expect(read.ok ? 'read' : read.problem).toContain(problem)
  })
})

/** A reply as a model might spoil it: cut, doubled, with something put in, or with fields of another kind. */
const spoilt = fc.oneof(
  fc.nat(text.length).map((at) => text.slice(0, at)),
  fc.tuple(fc.nat(text.length), fc.string()).map(([at, more]) => text.slice(0, at) + more + text.slice(at)),
  fc
    .tuple(fc.nat(text.length), fc.nat(12), fc.string())
    .map(([at, size, more]) => text.slice(0, at) + more + text.slice(at + size)),
  fc
    .tuple(fc.constantFrom('covered', 'partial', 'missing', 'contradicted', 'full', ''), fc.string())
    .map(([verdict, quote]) =>
      JSON.stringify({
        ...valid,
        keyPoints: valid.keyPoints.map((one) => ({ ...one, verdict, quote })),
      }),
    ),
  fc.tuple(fc.nat(answer.length), fc.nat(60)).map(([at, size]) =>
    JSON.stringify({
      ...valid,
      keyPoints: valid.keyPoints.map(({ id }) => ({
        ...{ id, verdict: 'covered' },
        quote: answer.slice(at, at + size),
      })),
      misconceptions: [{ id: 'compresses', asserted: true, quote: answer.slice(at, at + size) }],
      insights: [answer.slice(at, at + size), answer, 'made up'],
    }),
  ),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => JSON.stringify({ ...valid, keyPoints: value })),
  fc.string({ unit: 'binary' }),
)

describe('10,000 spoilt replies', () => {
  it('leave nothing but valid grades: quotes that stand in the answer, a score that the verdicts give', async () => {
    const builtin = createBuiltinGrader()
    const second = await builtin(input)
    let graded = 0
    await fc.assert(
      fc.asyncProperty(spoilt, async (reply) => {
        const read = readDecision(reply, question)
        if (!read.ok) return
        graded++
        const judged = corroborate(judgementOf(read.decision, 'fake'), second, input, {})
        const stored = grade.parse(await gradeAnswer(() => Promise.resolve(judged), input))
        expect(stored.verdicts.map(({ keyPointId }) => keyPointId)).toEqual(['frozen', 'low-rank', 'zero'])
        for (const { verdict, quote } of stored.verdicts)
          if (verdict !== 'missing') expect(locateQuote(answer, quote ?? '')).toBeDefined()
        for (const { quote } of stored.misconceptions) expect(locateQuote(answer, quote)).toBeDefined()
        for (const quote of stored.insights ?? []) expect(answer).toContain(quote)
        expect(stored.score).toBe(score(stored.verdicts, stored.misconceptions, question.keyPoints))
      }),
      { numRuns: 10_000 },
    )
    expect(graded).toBeGreaterThan(500)
  }, 60_000)
})
