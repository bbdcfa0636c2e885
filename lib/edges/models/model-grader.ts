import type { ModelMessage } from 'ai'
import type { Search } from '@/lib/conduct/ports'
import { corroborate } from '@/lib/domain/grading/corroborate'
import type { Lexicon } from '@/lib/domain/grading/evidence'
import type { Grader, GradingInput, Judgement } from '@/lib/domain/grading/grade'
import { gateFor } from '@/lib/domain/grading/read-evidence'
import { askForObject, type Call, type Reply } from './ask-for-object'
import type { Endpoint, TokenCount } from './endpoint'
import { ModelError } from './model-error'
import { gradingPrompt, gradingVersion, repairPrompt, type PassageText } from './prompts/grading'
import { decisionSchema, readDecision, type Decision } from './read-decision'

/** Passages of other questions that are read beside the reference. */
const passagesRead = 2

export interface ModelGraderOptions {
  readonly endpoint: Endpoint
  readonly model: string
  readonly search: Search
  readonly lexicon: Lexicon
  /** Judges what is no answer at all without a call, and tells how far to trust the model. */
  readonly builtin: Grader
}

/** The first opinion is the likeliest one; a further one has to be another. */
const temperatureOf = (sample: number): number => (sample === 0 ? 0 : 0.7)

const decision = { name: 'decision', schema: decisionSchema }

const ask = (options: ModelGraderOptions, call: Call, messages: ModelMessage[]): Promise<Reply> =>
  askForObject(options, decision, call, messages)

/** Asks, and once more when the reply cannot be read. */
async function decideOn(
  options: ModelGraderOptions,
  input: GradingInput,
  passages: readonly PassageText[],
  settings: Omit<Call, 'instructions'>,
): Promise<{ decision: Decision; calls: readonly TokenCount[] }> {
  const { instructions, prompt } = gradingPrompt(input, passages)
  const call = { ...settings, instructions }
  const messages: ModelMessage[] = [{ role: 'user', content: prompt }]
  const first = await ask(options, call, messages)
  const read = readDecision(first.text, input.question)
  if (read.ok) return { decision: read.decision, calls: [first] }
  if (first.text.trim() === '') throw new ModelError('empty-output')
  const second = await ask(options, call, [
    ...messages,
    { role: 'assistant', content: first.text },
    { role: 'user', content: repairPrompt(input.language, read.problem) },
  ])
  const repaired = readDecision(second.text, input.question)
  if (!repaired.ok) throw new ModelError('invalid-output')
  return { decision: repaired.decision, calls: [first, second] }
}

async function passagesFor(search: Search, { question, language }: GradingInput): Promise<PassageText[]> {
  const hits = await search({ text: question.prompt, language, k: passagesRead + 1 })
  return hits
    .filter(({ title }) => title !== question.prompt)
    .slice(0, passagesRead)
    .map(({ questionId, passage }) => ({ questionId, text: passage }))
}

/** A decision as a judgement; what it says without proof is dropped later, by the code that all graders share. */
export const judgementOf = ({ keyPoints, misconceptions, insights }: Decision, model: string): Judgement => ({
  verdicts: keyPoints.map(({ id, verdict, quote }) => ({
    ...{ keyPointId: id, verdict, confidence: 1 },
    ...(verdict !== 'missing' && { quote }),
  })),
  misconceptions: misconceptions
    .filter(({ asserted }) => asserted)
    .map(({ id, quote }) => ({ misconceptionId: id, quote })),
  insights,
  confidence: 1,
  grader: model,
})

/**
 * A grader that asks a model for verdicts and quotes, and believes it no further than the answer proves.
 * @throws ModelError when the model gives no valid decision, one repair included; the grader's caller then falls back
 */
export function createModelGrader(options: ModelGraderOptions): Grader {
  const { endpoint, model, search, lexicon, builtin } = options
  return async (input, { signal: stopped, sample = 0 } = {}) => {
    const gate = gateFor(input)
    // Whether an answer is beside the point is for the model to say: it may be in words that the rubric does not have.
    if (gate && gate !== 'off-topic') return builtin(input)
    const limit = endpoint.limits.grade
    return endpoint.run(
      async (abortSignal) => {
        const passages = await passagesFor(search, input)
        const { decision, calls } = await decideOn(options, input, passages, {
          abortSignal,
          temperature: temperatureOf(sample),
        })
        const judged = corroborate(judgementOf(decision, model), await builtin(input), input, lexicon)
        return {
          ...judged,
          passages: passages.map(({ questionId }) => questionId),
          use: endpoint.use(model, gradingVersion, calls),
        }
      },
      { limit, stopped },
    )
  }
}
