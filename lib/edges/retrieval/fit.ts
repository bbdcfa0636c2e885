import type { FitSigns } from '@/lib/conduct/ports'
import weights from './fit.json'

export const fitSigns = ['words', 'covered', 'known', 'meaning'] as const

/**
 * How likely it is that the handbook answers a query there, 0 to 1; other than a score it may be compared between
 * queries. Logistic; the weights are fitted by `scripts/tune-ask.ts`.
 */
export const fitOf = (signs: FitSigns, { bias, ...weight } = weights): number =>
  1 / (1 + Math.exp(-fitSigns.reduce((sum, sign) => sum + weight[sign] * signs[sign], bias)))
