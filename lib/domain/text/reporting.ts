/** Words that announce what others hold, or what is wrong. */
const opening = new RegExp(
  [
    String.raw`\b(?:people|many|some|candidates|beginners|you might|you may|one might) (?:\w+ )?(?:think|believe|assume|say|claim|imagine)s?\b(?! of\b)`,
    String.raw`\b(?:misconception|misunderstanding|myth|fallacy)\b`,
    String.raw`\b(?:common|classic|frequent|typical|usual|easy) (?:mistake|error|trap)\b`,
    String.raw`\b(?:it is|it's|it would be|it's just) (?:\w+ )?(?:wrong|false|incorrect|a mistake|untrue|not true|not correct) (?:to|that)\b`,
    String.raw`\b(?:mistakenly|wrongly|incorrectly|falsely) (?:think|believe|assume|say|claim|thought|believed)`,
    '(?:有的?人|很多人|不少人|许多人|有些人|人们|大家|初学者|网上|有一种说法)[^，,。]{0,6}(?:认为|以为|觉得|说)',
    '误以为|误认为|错误地(?:认为|以为)|(?:常见|典型|容易犯)的?(?:误解|误区|错误)|误解|误区|(?:不要|别)(?:以为|认为)|并不是说',
  ].join('|'),
)

/** Where the speaker comes back to what they hold themselves. */
const turning =
  /\b(?:but|actually|in fact|in reality|however|really|the truth is|instead|it's the other way)\b|其实|实际上|事实上|但|然而|不过|正确的|恰恰相反|而是/

/** Words that take back what was just said. */
const closing =
  /\b(?<!\b(?:if|when|unless) )(?:that|this|which) (?:is|would be|was) (?:\w+ )?(?:wrong|false|incorrect|untrue|not true|not correct|not the case|a (?:\w+ )?(?:mistake|misconception|myth|misunderstanding))\b|\b(?:that|this)'s (?:\w+ )?(?:wrong|false|incorrect|not true|a (?:\w+ )?(?:mistake|misconception|myth))\b|(?:这|那|此)(?:种|个|是|样)?[^，,。]{0,6}(?:错误?的|错了|不对|不正确|不成立|误解|误区)|是(?:错误?的|不对的|不正确的)/

/** Words that reject their own clause alone. */
const aside = /(?<!on the )\bcontrary to\b|与[^，,。]{1,10}(?:相反|不同的是)/

/** Another thing is named only to be told apart from; what a relative clause says of it is said of that other thing. */
const other = /^(?:unlike|as opposed to|in contrast to|contrary to)\b|^(?:不像|[与和][^,，。]{1,12}不同)/
const relative = /^(?:which|that|who|where)\b/

/** What a `closing` at the very start of a sentence speaks of is the sentence before. */
const backwards = /^(?:but |well |no )?(?:that|this|which)\b|^(?:但)?(?:这|那|此)/

export const isRejecting = (text: string): boolean =>
  [opening, closing, aside].some((frame) => frame.test(text))

/**
 * Which clauses only report a claim that the speaker rejects or leaves to others.
 * @param sentences the clauses of each sentence, in order, as normalised text
 * @returns for each clause of each sentence whether it is reported
 */
export function reported(sentences: readonly (readonly string[])[]): boolean[][] {
  const marks: boolean[][] = []
  for (const clauses of sentences) {
    const own = clauses.map(() => false)
    let open = false
    clauses.forEach((clause, i) => {
      if (open && turning.test(clause)) open = false
      if (opening.test(clause)) open = true
      if (closing.test(clause)) {
        own.fill(true, 0, i + 1)
        if (i === 0 && backwards.test(clause)) marks.at(-1)?.fill(true)
        open = false
      } else if (open || aside.test(clause)) own[i] = true
      else if (relative.test(clause) && other.test(clauses[i - 1] ?? '')) own[i] = true
    })
    marks.push(own)
  }
  return marks
}
