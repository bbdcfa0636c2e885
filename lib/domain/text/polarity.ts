/** Words that deny what follows them in the clause. */
const negators =
  /\b(?:not(?! only)|no(?! matter| less| fewer)|never|without|cannot|can't|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|shouldn't|needn't|neither|nor|instead of|rather than|unlike|avoids?|avoiding|prevents?|no longer|hardly|lacks?|fails? to)\b|而不是|而非|不再是?|并不是?|并非|并没有|(?<!是)不是|不会|不能|不用|不需要|不必|无需|无须|没有|没(?!用|准|落)|未(?![来必免])|避免|防止|(?<!是)不(?![仅但只光论同断过错足妨如])|无(?![论偏限穷关])|别(?!的)/g

/** Characters that a negator reaches, by script: Chinese says in 10 what English says in 40. */
const reach = (between: string): number => (/\p{Script=Han}/u.test(between) ? 10 : 40)

export interface Negation {
  readonly start: number
  readonly end: number
}

export const negations = (clause: string): Negation[] =>
  [...clause.matchAll(negators)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

/**
 * Whether what stands at `start` is denied by one of the negations before it: an odd number of them reaches it.
 * @param spent negations that are a part of something already matched, such as "not updated", deny nothing else
 */
export function isDenied(
  clause: string,
  start: number,
  found: readonly Negation[],
  spent: readonly Negation[],
): boolean {
  const reaching = found.filter(
    (n) => n.start < start && start - n.end <= reach(clause.slice(n.end, start)) && !spent.includes(n),
  )
  return reaching.length % 2 === 1
}

/** Frames in which a speaker reports a claim in order to reject it. */
const rejecting =
  /\b(?:misconception|mistaken?|wrong(?:ly)?|incorrect(?:ly)?|myth|contrary to|people (?:often )?(?:think|believe|say)|some (?:think|believe|say)|it is false|not true)\b|误以为|误认为|误解|误区|有人(?:认为|以为|说)|很多人(?:认为|以为)|常见的错误|错误地|是错的|不对|不正确|并不成立/

export const isRejecting = (sentence: string): boolean => rejecting.test(sentence)
