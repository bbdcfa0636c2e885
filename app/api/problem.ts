import type { z } from 'zod'

/** Every kind of error that the API answers with: its status and its title. */
const kinds = {
  'invalid-request': [400, 'The request is not valid'],
  'unsupported-media-type': [415, 'The body has another type than this address takes'],
  'foreign-origin': [403, 'The request comes from another site'],
  'not-found': [404, 'There is no such thing'],
  'unknown-topic': [422, 'The handbook has no such topic'],
  'unknown-question': [422, 'The handbook has no such question'],
  'unknown-loop': [422, 'There is no such round'],
  'empty-topic': [422, 'The topic has no questions yet'],
  'interview-closed': [409, 'The interview has ended'],
  'moved-on': [409, 'The interview has moved on'],
  'turn-in-progress': [409, 'The turn before is still being worked on'],
  'interview-running': [409, 'The interview has not ended'],
  'already-graded': [409, 'The answer already has a grade'],
  'not-graded': [409, 'The answer has no grade yet'],
  'already-objected': [409, 'The verdict has been looked at again'],
  'too-large': [413, 'The answer is too long'],
  'grading-failed': [503, 'The answer could not be graded'],
  'no-model': [409, 'No model is set up'],
  'wording-failed': [503, 'The model gave no words'],
  'invalid-pack': [422, 'The pack could not be imported'],
  'pack-too-large': [413, 'The pack is too large'],
  'not-ready': [503, 'Viva is not ready'],
  internal: [500, 'Something broke on our side'],
} as const

export type ProblemKind = keyof typeof kinds

export interface FieldError {
  readonly field: string
  readonly message: string
}

/** A problem document (RFC 9457); `type` is stable and may be relied on, `detail` is for people. */
export function problem(
  kind: ProblemKind,
  detail: string,
  errors?: readonly FieldError[],
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const [status, title] = kinds[kind]
  const body = { type: `/problems/${kind}`, title, status, detail, ...(errors && { errors }), ...more }
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** A problem document that names every field that is wrong. */
export function invalid(error: z.ZodError): Response {
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'is not a known field' }))
      : [{ field: issue.path.join('.'), message: issue.message }],
  )
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')
  return problem('invalid-request', detail, errors)
}
