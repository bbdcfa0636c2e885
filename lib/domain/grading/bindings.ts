import { normalise } from '../text/formula'
import { matchesOf } from '../text/matches'
import { isDenied, negations } from '../text/polarity'
import { amounts, dimensions } from '../text/poles'
import { clauses, sentences } from '../text/segment'
import { siblings } from '../text/siblings'
import { terms } from './terms'

/** What can be said in one of several ways, each excluding the others: first the ends of dimensions, then siblings. */
const ends: readonly (readonly RegExp[])[] = [...dimensions, amounts]
const groups: readonly (readonly RegExp[])[] = [...ends, ...siblings]

/** Which members of a group stand in a stretch of text, and among which other words. */
export interface Binding {
  readonly group: number
  readonly members: ReadonlySet<number>
  readonly words: ReadonlySet<string>
}

const conjunction = /\s(?:and|or|but)\s|而(?!是|不是|非)|并且|同时|(?<!单)又/

/** The members that a text asserts, and the words that it says them among. */
function read(text: string, group: readonly RegExp[]): Omit<Binding, 'group'> {
  const found = negations(text)
  const members = new Set<number>()
  let rest = text
  group.forEach((pattern, member) => {
    for (const { start, end } of matchesOf(pattern, text)) {
      if (isDenied(text, start, found, [])) continue
      members.add(member)
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
    }
  })
  return { members, words: members.size > 0 ? terms(rest) : new Set() }
}

const isBound = ({ members, words }: Omit<Binding, 'group'>): boolean => members.size > 0 && words.size > 0

/**
 * The bindings of a clause in normalised text; where it joins two halves that each name an end,
 * those of each half. Siblings are joined because they go together.
 * @param wanted the groups to look for
 */
export function bindingsOf(clause: string, wanted: (group: number) => boolean = () => true): Binding[] {
  const halves = clause.split(conjunction)
  return groups.flatMap((group, index) => {
    if (!wanted(index)) return []
    const whole = read(clause, group)
    if (!isBound(whole)) return []
    const parts = halves.length > 1 && index < ends.length ? halves.map((half) => read(half, group)) : []
    return (parts.length > 0 && parts.every(isBound) ? parts : [whole]).map((part) => ({
      group: index,
      ...part,
    }))
  })
}

/** The bindings of prose, clause by clause. */
export const bindingsOfText = (text: string): Binding[] =>
  sentences(text)
    .flatMap((sentence) => clauses(text, sentence))
    .flatMap(({ start, end }) => bindingsOf(normalise(text.slice(start, end))))
