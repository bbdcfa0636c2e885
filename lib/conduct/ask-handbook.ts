import { failureOf } from '@/lib/domain/grading/with-fallback'
import type { ModelFailure, ModelUse } from '@/lib/domain/grading/model-use'
import { verifyCitations } from '@/lib/domain/handbook/citations'
import type { Language } from '@/lib/domain/handbook/language'
import type { Ports, SearchHit } from './ports'

type AskPorts = Pick<Ports, 'search' | 'writeAnswer' | 'log'>

/** From this fit on the handbook is taken to answer; its figures are in docs/evaluation.md. */
export const answersFrom = 0.5

const mostPassages = 4

/** Passages that score so much less than the best one are about something else. */
const nearTheBest = 0.75

export interface HandbookAnswer {
  /** Whether the handbook answers at all. */
  readonly found: boolean
  /** The passages that answer, numbered from 1 in this order; where nothing does, the nearest ones. */
  readonly passages: readonly SearchHit[]
  /** An answer in a model's words, its citations `[1]` verified. */
  readonly answer?: { readonly text: string; readonly cited: readonly number[]; readonly use: ModelUse }
  /** Why a model that is set up gave no answer; the passages stand in. */
  readonly failure?: ModelFailure
}

async function write(
  writeAnswer: NonNullable<Ports['writeAnswer']>,
  { question, language }: { readonly question: string; readonly language: Language },
  passages: readonly SearchHit[],
  signal?: AbortSignal,
): Promise<Pick<HandbookAnswer, 'found' | 'answer' | 'failure'>> {
  const given = passages.map(({ title, passage }) => ({ title, text: passage }))
  const { text, use } = await writeAnswer({ question, language, passages: given }, signal)
  if (text === undefined) return { found: false }
  const verified = verifyCitations(text, passages.length)
  // What cites nothing may come from anywhere.
  return verified.cited.length === 0
    ? { found: true, failure: 'invalid-output' }
    : { found: true, answer: { ...verified, use } }
}

/**
 * Answers a question from the handbook and nothing else: in a model's words where there is one, otherwise by the best
 * passages as they are.
 */
export async function askHandbook(
  { search, writeAnswer, log }: AskPorts,
  asked: { readonly question: string; readonly language: Language },
  signal?: AbortSignal,
): Promise<HandbookAnswer> {
  const hits = await search({
    ...{ text: asked.question, language: asked.language },
    ...{ k: mostPassages, excerpts: true },
  })
  const [best] = hits
  if (!best || best.fit < answersFrom) return { found: false, passages: hits.slice(0, 3) }
  const passages = hits.filter(({ score }) => score >= nearTheBest * best.score)
  if (!writeAnswer) return { found: true, passages }
  try {
    return { passages, ...(await write(writeAnswer, asked, passages, signal)) }
  } catch (error) {
    const failure = failureOf(error)
    log.warn({ failure }, 'the model gave no answer from the handbook, its passages stood in')
    return { found: true, passages, failure }
  }
}
