import { createHash } from 'node:crypto'
import { z } from 'zod'
import { languages } from '@/lib/domain/handbook/language'
import { readJsonLines } from '@/scripts/json-lines'

const askCase = z.strictObject({
  id: z.string(),
  language: z.enum(languages),
  question: z.string(),
  /** Ids of questions that answer it, or `<topic>/*` for any of a topic; none where the handbook does not answer. */
  wanted: z.array(z.string()),
})
export type AskCase = z.infer<typeof askCase>

/** Questions in people's own words, half of them on other matters. */
export const readAskCases = async (): Promise<AskCase[]> =>
  (
    await Promise.all(languages.map((language) => readJsonLines(`tests/eval/ask/${language}.jsonl`, askCase)))
  ).flat()

/** Half of the cases, chosen by their ids; the other half no fitting may touch. */
export const isForAskFitting = (id: string): boolean =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0
