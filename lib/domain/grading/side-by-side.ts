/** Words by which a sentence sets what it names against each other. */
const comparing =
  /\b(?:differ\w*|compar\w+|contrast\w*|versus|vs|than|unlike|instead of|rather than|in place of|replac\w+|relat(?:e|es|ed|ion\w*)|choos\w+|choice|improv\w+|fix(?:es)?|but not|and not|(?:is|as) the default|when \w+.* and when|which .* and which)\b|区别|不同|差异|差别|异同|比较|对比|相比|比[^例率如]|而不是|而非|代替|替代|取代|替换|优于|胜过|关系|联系|各自|分别|选择|怎么选|优缺点|改进|默认|而不|还要/i

/** A sentence that speaks on of what the one before it named. */
const goesOn = /\b(?:it|its)\b|它/i

/** What stands between two things of one list: "data, the input and the masks", 输入、输出和掩码. */
const listing =
  /^['’"”）)]?\s*(?:,|、|，|\/|(?:, ?)?\b(?:and|or|versus|vs\.?)\b|以?及|和|与|或|跟|还是)\s*(?:(?:and|or|和|与) )?(?:(?:in|on|at|by|for|of|the|a|an|its|their|在|对) ?){0,2}['‘"“（(]?(?:[a-z]+ )?$/iu

/** An abbreviation in brackets behind its name: "batch norm (BN)", 批归一化（BN）. */
const bracket = /^(?:['’]s)? ?[(（] ?$/u

/** Where a comparison is made, which is none of the things compared: "for NER", NER 里. */
const setting = { before: /\b(?:in|for) (?:an? |the )?$/, after: /^ ?[里中内]/ }

interface Place {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where names stand in a text, in its order; of two that overlap the longer. */
function placesOf(text: string, names: readonly string[]): readonly Place[] {
  const places: Place[] = []
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length
      const within = /[a-z0-9]/.test(text[start - 1] ?? '') && /^[a-z0-9]/.test(name)
      const free = places.every((place) => end <= place.start || start >= place.end)
      if (!within && free) places.push({ name, start, end })
    }
  }
  return places.sort((a, b) => a.start - b.start)
}

/** How the names that a question mentions stand to each other. */
export interface SideBySide {
  /** Compared in one sentence, or members of one list. */
  readonly rivals: (a: string, b: string) => boolean
  /** Members of one list, of which the question asks alike: "ELMo, GPT and BERT". */
  readonly listed: (a: string, b: string) => boolean
}

const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/**
 * Which of the names (lower case, as they stand in the prompt) a question sets side by side.
 * Two names that merely occur in one question are not: a case may name the system that fails
 * in one sentence and the one that mends it in the next. A name and its abbreviation are one thing.
 */
export function sideBySide(prompt: string, names: readonly string[]): SideBySide {
  const compared = new Set<string>()
  const listed = new Set<string>()
  const aliases = new Set<string>()
  let earlier: readonly Place[] = []
  for (const sentence of prompt.split(/(?<=[.?!;])(?<!\bet al\.)\s|[。？！；]/u)) {
    const places = placesOf(sentence, names)
    const subjects = places.filter(
      ({ start, end }) =>
        !setting.before.test(sentence.slice(0, start)) && !setting.after.test(sentence.slice(end)),
    )
    if (comparing.test(sentence)) {
      const things = goesOn.test(sentence) ? [...earlier, ...subjects] : subjects
      for (const { name } of things) for (const other of things) compared.add(key(other.name, name))
    }
    earlier = subjects
    let list: Place[] = []
    places.forEach((place, i) => {
      const before = places[i - 1]
      const between = before ? sentence.slice(before.end, place.start) : ''
      if (before && bracket.test(between)) aliases.add(key(before.name, place.name))
      list = listing.test(between) ? [...list, place] : [place]
      for (const other of list) listed.add(key(other.name, place.name))
    })
  }
  const told =
    (...sets: readonly ReadonlySet<string>[]) =>
    (a: string, b: string) =>
      a !== b && sets.some((set) => set.has(key(a, b))) && !aliases.has(key(a, b))
  return { rivals: told(compared, listed), listed: told(listed) }
}
