import { z } from 'zod'
import { verdictKind, type GradedQuestion } from '@/lib/domain/grading/grade'
import { firstObject } from './first-object'

/** What a model decides on one answer. */
export const decisionSchema = z.object({
  keyPoints: z.array(z.object({ id: z.string(), verdict: verdictKind, quote: z.string() })),
  misconceptions: z.array(z.object({ id: z.string(), asserted: z.boolean(), quote: z.string() })),
  insights: z.array(z.string()),
})
export type Decision = z.infer<typeof decisionSchema>

export type ReadDecision =
  { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly problem: string }

/** Why the ids decided on are not the rubric's, each once. */
function wrongIds(
  kind: string,
  decided: readonly { id: string }[],
  wanted: readonly { id: string }[],
): string | undefined {
  const ids = decided.map(({ id }) => id)
  const missing = wanted.filter(({ id }) => !ids.includes(id))
  if (missing.length > 0) return `${kind} lacks ${missing.map(({ id }) => JSON.stringify(id)).join(', ')}`
  if (ids.length !== wanted.length) return `${kind} must have each id of the rubric once and no other`
  return undefined
}

/**
 * Reads a model's reply. A reply that leaves a key point undecided is no decision: the gap would read as missing.
 * @returns the decision, or in a few words what is wrong, fit to be told to the model
 */
export function readDecision(
  text: string,
  { keyPoints, misconceptions }: Pick<GradedQuestion, 'keyPoints' | 'misconceptions'>,
): ReadDecision {
  let value: unknown
  try {
    value = firstObject(text)
  } catch {
    return { ok: false, problem: 'it is not valid JSON' }
  }
  if (value === undefined) return { ok: false, problem: 'it holds no complete JSON object' }
  const parsed = decisionSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      ok: false,
      problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'another shape is wanted'}`,
    }
  }
  const { data: decision } = parsed
  const problem =
    wrongIds('keyPoints', decision.keyPoints, keyPoints) ??
    wrongIds('misconceptions', decision.misconceptions, misconceptions)
  return problem === undefined ? { ok: true, decision } : { ok: false, problem }
}
