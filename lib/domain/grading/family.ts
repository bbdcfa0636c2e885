import type { KeyPoint } from '../handbook/question'
import { sideBySide } from './side-by-side'

/** Compounds with a head ("self-attention") and short names in capitals ("MQA", "L2"). */
const names =
  /(?<![-‑–])\b(?:[A-Za-z]{1,12}[-‑–][A-Za-z]{2,12}|[A-Za-z]{2,12}[-‑–][A-Za-z])\b(?![-‑–])|\b[A-Z][A-Z0-9]{1,4}\b/g

const namesIn = (text: string): string[] =>
  (text.match(names) ?? []).map((name) => name.replace(/[‑–]/g, '-').toLowerCase())

/** Two names of one family: the same head with another modifier, or short names that differ in one letter. */
function siblings(a: string, b: string): boolean {
  if (a === b) return false
  const [left, right] = [a.split('-'), b.split('-')]
  if (left.length === 2 && right.length === 2)
    return left[1] === right[1] || (left[0] === right[0] && left[1]?.length === 1 && right[1]?.length === 1)
  if (left.length + right.length > 2 || a.length !== b.length) return false
  const apart = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [letter + (b[i] ?? '')]))
  return apart.length === 1 && /^(?:\d\d|[a-z]{2})$/.test(apart[0] ?? '')
}

/** Proper names: not at the start of a sentence, or with Han characters around them. */
const proper =
  /(?<=[\p{L}\p{N},)] ?\(?)\b[A-Z][A-Za-z]{2,}\b|(?<=\p{Script=Han} ?)\b[A-Z][A-Za-z]{2,}\b|\b[A-Z][A-Za-z]{2,}\b(?= ?\p{Script=Han})/gu

/** Two things that are named side by side and end alike: "overfitting and underfitting", 过拟合和欠拟合. */
const pairs =
  /\b([a-z]+)(?:,| and| versus| vs\.?| or) ([a-z]+)\b|(\p{Script=Han}{2,4})[和与跟、](\p{Script=Han}{2,4})/gu

function likeness(a: string, b: string): [string, string] | undefined {
  const [left, right] = /[a-z]/.test(a) ? [a, b] : [a, b.slice(0, a.length)]
  let shared = 0
  while (shared < Math.min(left.length, right.length) && left.at(-1 - shared) === right.at(-1 - shared))
    shared++
  const enough = /[a-z]/.test(left) ? 5 : 2
  return shared >= enough && left !== right ? [left, right] : undefined
}

/** What follows a name that only says whose a thing is: "DeepSeek's latent attention", "DeepSeek 的潜在注意力". */
const owner = /^(?:['’]s [a-z]| ?的)/i

/** The proper names of a question, and the pairs in it that end alike. */
function named(prompt: string): string[] {
  const propers = [...prompt.matchAll(proper)]
    .filter(({ 0: name, index }) => !owner.test(prompt.slice(index + name.length)))
    .map(([name]) => name.toLowerCase())
  const paired = [...prompt.toLowerCase().matchAll(pairs)].flatMap(
    ([, a, b, c, d]) => likeness(a ?? c ?? '', b ?? d ?? '') ?? [],
  )
  return [...new Set([...propers, ...paired])]
}

/** Words that a claim may begin with and that name nothing. */
const empty =
  /^(?:the|a|an|it|its|in|on|at|by|for|with|what|why|how|when|and|both|each|all|one|两者|它们?|二者|三者|都|需要|可以|通常|什么|为什么|怎样)\b/i

/** The longest beginning of a claim that the question names, too: what the claim is about. */
function topicOf(claim: string, prompt: string): string | undefined {
  const plain = claim.toLowerCase().replace(/[‑–]/g, '-')
  if (empty.test(plain)) return undefined
  const parts = plain.match(/^(?:[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*){0,2}|\p{Script=Han}{2,8})/u)?.[0] ?? ''
  const latin = /^[a-z]/.test(parts)
  const units = latin ? parts.split(' ') : [...parts]
  for (let length = units.length; length >= (latin ? 1 : 2); length--) {
    const name = units.slice(0, length).join(latin ? ' ' : '')
    const named = latin
      ? new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9-])`).test(prompt)
      : prompt.includes(name)
    if (name.length > 1 && named && !empty.test(name)) return name
  }
  return undefined
}

/** Things that the question names and that different key points are about: "预训练、SFT、RLHF 各自解决什么". */
function topics(prompt: string, keyPoints: readonly KeyPoint[]): string[] {
  const plain = prompt.toLowerCase().replace(/[‑–]/g, '-')
  const found = (['zh', 'en'] as const).flatMap((language) => {
    const names = keyPoints.flatMap(({ claim }) => topicOf(claim[language], plain) ?? [])
    const distinct = [...new Set(names)]
    return distinct.length >= 2 ? distinct : []
  })
  return [...new Set(found)]
}

/** The things that a question sets side by side, longest name first; none where it sets none. */
export interface Family {
  readonly names: readonly string[]
  /** What the question asks of first: one of them, or a whole list, "ELMo, GPT and BERT". */
  readonly first: readonly string[]
  /** Two of them that the question or their form sets side by side. */
  readonly closely: (a: string, b: string) => boolean
  /** Also those that only the key points tell apart. */
  readonly related: (a: string, b: string) => boolean
}

const plainly = (text: string): string => text.toLowerCase().replace(/[‑–]/g, '-')

/** The names of a family that a text mentions. */
export function mentioned({ names }: Pick<Family, 'names'>, text: string): string[] {
  const plain = plainly(text)
  return names.filter((name) => plain.includes(name))
}

function read(prompt: string, keyPoints: readonly KeyPoint[]): Family {
  const plain = plainly(prompt)
  const together = named(prompt)
  const spoken = topics(prompt, keyPoints)
  const { rivals, listed } = sideBySide(plain, [...new Set([...together, ...spoken])])
  const closely = (a: string, b: string): boolean =>
    a !== b && (siblings(a, b) || (together.includes(a) && together.includes(b) && rivals(a, b)))
  const apart = (a: string, b: string): boolean =>
    spoken.includes(a) && spoken.includes(b) && rivals(a, b) && !a.startsWith(b) && !b.startsWith(a)
  const related = (a: string, b: string): boolean => closely(a, b) || apart(a, b)
  const texts = [prompt, ...keyPoints.flatMap(({ claim }) => [claim.en, claim.zh])]
  const all = [...new Set([...together, ...spoken, ...texts.flatMap(namesIn)])]
  const names = all
    .filter((name) => all.some((other) => related(name, other)))
    .sort((a, b) => b.length - a.length)
  const asked = mentioned({ names }, prompt).sort((a, b) => plain.indexOf(a) - plain.indexOf(b))
  const first = asked.filter((name, i) => i === 0 || listed(asked[0] ?? '', name))
  return { names, first, closely, related }
}

const families = new WeakMap<readonly KeyPoint[], Map<string, Family>>()

/** Reads the family of a question once. */
export function familyOf(prompt: string, keyPoints: readonly KeyPoint[]): Family {
  const byPrompt = families.get(keyPoints) ?? new Map<string, Family>()
  families.set(keyPoints, byPrompt)
  const known = byPrompt.get(prompt) ?? read(prompt, keyPoints)
  byPrompt.set(prompt, known)
  return known
}
