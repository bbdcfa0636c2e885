import { z } from 'zod'
import { levels, type Mastery } from './mastery'

/** Which questions a drill takes. */
export const drillFilter = z.object({
  level: z.enum(levels).optional().catch(undefined),
  difficulty: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
})
export type DrillFilter = z.infer<typeof drillFilter>

/** Questions of one drill at the most: a sitting. */
export const drillSize = 10

const urgency = { weak: 0, unseen: 1, known: 2 } as const

export const matches = ({ level, difficulty }: DrillFilter, mastery: Mastery): boolean =>
  (level === undefined || mastery.level === level) &&
  (difficulty === undefined || mastery.question.difficulty === difficulty)

/**
 * The questions of a drill: what is weak first and the lowest of it before the rest, then what was never asked from
 * the easiest on, then what is known, the longest unseen first.
 */
export const drill = (all: readonly Mastery[], filter: DrillFilter, size = drillSize): Mastery[] =>
  all
    .filter((mastery) => matches(filter, mastery))
    .sort(
      (a, b) =>
        urgency[a.level] - urgency[b.level] ||
        (a.level === 'weak' ? (a.latest ?? 0) - (b.latest ?? 0) : 0) ||
        (a.level === 'unseen' ? a.question.difficulty - b.question.difficulty : 0) ||
        (a.at ?? '').localeCompare(b.at ?? ''),
    )
    .slice(0, size)
