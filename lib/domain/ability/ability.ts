/** What is believed of a candidate: a normal distribution on the logit scale of the Rasch model. */
export interface Ability {
  readonly mean: number
  /** 1 / variance. */
  readonly precision: number
}

/** Before anything is known: the middle of the scale, give or take one logit. */
export const prior: Ability = { mean: 0, precision: 1 }

/** Logits between two neighbouring difficulties: 5 levels then span about ±1.6, where p runs from .17 to .83. */
const logitsPerLevel = 0.8

/** Difficulty 1 … 5 on the ability scale, 3 being its zero. */
const logit = (difficulty: number): number => (difficulty - 3) * logitsPerLevel

/** Rasch (1960): chance of success is the logistic of ability minus difficulty. */
export const expectedScore = (ability: Ability, difficulty: number): number =>
  1 / (1 + Math.exp(logit(difficulty) - ability.mean))

/**
 * The belief after one more graded question: one Newton step on the Rasch log-posterior, which is an Elo update
 * whose step shrinks as evidence adds up (cf. Glickman 1999, "Parameter estimation in large dynamic paired
 * comparison experiments").
 * @param score 0 to 1; graded credit stands in for a win
 */
export function update(ability: Ability, difficulty: number, score: number): Ability {
  const expected = expectedScore(ability, difficulty)
  const precision = ability.precision + expected * (1 - expected)
  return { mean: ability.mean + (score - expected) / precision, precision }
}

/** Success chance that an adaptive interview aims at: hard enough to tell, kind enough to keep talking. */
const targetScore = 0.6

/** The difficulty, 1 to 5, at which this candidate is expected to reach the target score. */
export function suitableDifficulty(ability: Ability): number {
  const level = 3 + (ability.mean - Math.log(targetScore / (1 - targetScore))) / logitsPerLevel
  return Math.min(5, Math.max(1, Math.round(level)))
}
