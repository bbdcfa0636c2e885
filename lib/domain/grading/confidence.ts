/**
 * Confidence of a grade under which it is to be read with care, 0 to 1. On the known answers the error below it is
 * half as large again as that of surer grades (docs/evaluation.md).
 */
export const lowConfidence = 0.65

/** Graded, with little confidence. */
export const isUnsure = ({
  score,
  confidence,
}: {
  readonly score?: number
  readonly confidence?: number
}): boolean => score !== undefined && confidence !== undefined && confidence < lowConfidence
