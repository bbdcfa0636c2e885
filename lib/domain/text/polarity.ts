import { matchesOf } from './matches'
import { remember } from './remember'

/** Words that deny what follows them in the clause, which is normalised: "doesn't" is "does not". */
const negators =
  /^(?:nobody|no one|none of)\b|\b(?:(?:deny|denies|denied|wrong|false|incorrect|untrue) that|not(?! only| just| merely)|(?<!yes\/|yes or )no(?! matter| less| fewer)|never|without|neither|nor|instead of|rather than|unlike|nothing to do with|avoids?|avoiding|prevents?|no longer|hardly|lacks?|fails? to)\b|而不是|而非|不再是?|并不是?|并非|并没有|(?<!是)不是|不会|不能|不用|不需要|不必|无需|无须|(?<!有)没有|(?<!有)没(?!用|准|落)|未(?![来必免登知])|避免|防止|(?<!是)不(?![仅但只光论同断过错足妨如然管禁少])|无(?![论偏限穷关])|(?<![特分区差级类辨识个])别(?!的|人)/g

/**
 * Words that deny what stands before them: nothing happened to it, or it has no part in the matter. Two things that "are
 * the same number" are equal, and nothing is denied of either.
 */
const unchanging =
  /(?<=[跟和与同].{1,20})(?:没有?(?:什么|任何|半点)?关系|(?:毫|并)?无关(?:系)?)|(?:没有?(?:任何|什么|发生)?|并未|不发生)(?:变化|改变)|没变|(?<!改)不变|保持原样|\bunchanged\b|\b(?:stays?|remains?|stayed|remained|is|are) (?:exactly |just )?(?:the same(?! (?:number|value|quantity|thing|formula|function|operation)\b)|as (?:it|they) (?:was|were)|unaffected)\b|\b(?:does|do|did) not change\b/g

/** Words that call all before them in the clause wrong. */
const rejected =
  /(?:是|都是|并)?(?:错误的|错的|不对的|不正确的|不成立的?)$|\b(?:is|are|was|were) (?:simply |just |plain )?(?:wrong|false|incorrect|untrue)$/g

/** Where a new thought begins, which an earlier negator no longer denies. */
const turn =
  /\b(?:but|because|since|so that|thus|hence|while|whereas|instead|which)\b|只是|但|却|就|才|而|因为|所以|因此|以便/g

/** What follows "instead of training it" is what is done. */
const subject =
  /\b(?:we|you|they|i|it)(?:['’]\w+)? \w+|(?<=[\w)]\s)(?<!\b(?:of|to|in|on|for|with|from|at|by|and|or|\w+ing)\s)(?:the|this|its|our) \w+/
/** A clause that sets a condition without a comma: "when the words don't match I let the model write". */
const subordinate = /^(?:so |and |but )?(?:when|whenever|if|where|once|because|since|as)\b/
const prepositions = /^(?:instead of|rather than|without|unlike|avoiding)$/

/** "不该看的位置": the negator belongs to what 的 closes, not to the noun behind it; with a verb that takes an object it reaches on. */
const modifier =
  /^(?!增加|引入|带来|产生|改变|影响|使用|采用|依赖|保存|存储|更新|训练|计算|考虑|包含|涉及|做|用|存|看|写|改|加)[^的]{1,4}的/

/** Characters that a negator reaches, by script: Chinese says in 10 what English says in 40. */
const reach = (between: string): number => (/\p{Script=Han}/u.test(between) ? 10 : 40)

/** A negator, and the stretch of its clause that it denies. */
export interface Negation {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly until: number
}

function untilOf(clause: string, negator: string, end: number): number {
  const after = clause.slice(end)
  const bare = /^[不未没]$/.test(negator)
  const ends = [
    // "neither saves parameters nor …": a second denial speaks for itself.
    /(?:也|又|且|更|还)(?=[不没无未])|\b(?:and|or|nor) (?=(?:does|do|is|are|did)?(?:n't| not)|no |never )/.exec(
      after,
    )?.index,
    // "not because …" denies the reason; a turn comes later.
    [...after.matchAll(turn)].find(({ index }) => index > 1)?.index,
    bare ? modifier.exec(after)?.[0].length : undefined,
    prepositions.test(negator) || subordinate.test(clause) ? subject.exec(after)?.index : undefined,
  ]
  return end + Math.min(after.length, ...ends.filter((n) => n !== undefined))
}

/** The negations of a clause; the same clause is read for every cue. */
export const negations: (clause: string) => readonly Negation[] = remember(
  (clause) => [
    ...matchesOf(negators, clause).map(({ start, end }): Negation => ({
      ...{ start, end },
      from: start + 1,
      until: untilOf(clause, clause.slice(start, end), end),
    })),
    ...[...matchesOf(unchanging, clause), ...matchesOf(rejected, clause)].map(({ start, end }): Negation => ({
      start,
      end,
      from: 0,
      until: start,
    })),
  ],
  (clause) => clause,
  4_000,
)

/** A clause without the stretches that it denies, and whether it denies on the whole: two denials make a claim. */
export function affirmed(clause: string): { readonly text: string; readonly denies: boolean } {
  const found = negations(clause)
  if (found.length === 0) return { text: clause, denies: false }
  const kept = [...clause].map((letter, at) => (isDenied(clause, at, found, []) ? ' ' : letter))
  return { text: kept.join(''), denies: found.length % 2 === 1 }
}

/** Whether a negator is near enough; one that follows is measured from the beginning of what it denies. */
function isNear(clause: string, { start, end }: Negation, at: number): boolean {
  const gap = at < start ? clause.slice(at, start) : clause.slice(end, at)
  return gap.length <= (at < start ? 2 : 1) * reach(gap)
}

/** Words by which what they are said of gets less: to avoid that is to keep it. */
const loss = /^[^,，。]{0,8}?(?:下降|降低|减弱|变差|丢失|损失|消失|退化|崩溃|受损)/

const averting = /^(?:避免|防止)$/

/** "避免表达能力下降" keeps what it names. */
const isKept = (clause: string, { start, end }: Negation, at: number): boolean =>
  averting.test(clause.slice(start, end)) && loss.test(clause.slice(at))

/**
 * Whether what stands at `start` is denied by one of the negations of its clause: an odd number of them reaches it.
 * @param spent negations that are a part of something already matched, such as "not updated", deny nothing else
 */
export function isDenied(
  clause: string,
  start: number,
  found: readonly Negation[],
  spent: readonly Negation[],
): boolean {
  const reaching = found.filter(
    (n) =>
      n.from <= start &&
      start < n.until &&
      isNear(clause, n, start) &&
      !spent.includes(n) &&
      !isKept(clause, n, start),
  )
  return reaching.length % 2 === 1
}
