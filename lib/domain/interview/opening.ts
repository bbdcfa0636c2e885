import { z } from 'zod'
import { modelUse } from '../grading/model-use'

/** The opening of a report in a model's words. */
export const opening = z.object({
  /** Names the verdicts that it was written on; once they are others it is out of date. */
  basis: z.string(),
  summary: z.string(),
  /** What is said of each strength and gap, with its question counted from 1. */
  points: z.array(z.object({ question: z.int(), keyPointId: z.string(), text: z.string() })),
  use: modelUse,
})
export type Opening = z.infer<typeof opening>
