import type { Language } from '@/lib/domain/handbook/language'
import { topicTitle } from '@/lib/domain/handbook/pack/pack'
import type { Handbook } from '@/lib/domain/handbook/question'

/** Names of an interview's topics for one line: the first three, and how many more there are. */
export function topicNames(
  handbook: Pick<Handbook, 'topics'>,
  ids: readonly string[],
  language: Language,
): { readonly shown: readonly string[]; readonly more: number } {
  // Two names and "and 1 more" would be longer than the third name.
  const fit = ids.length <= 3 ? ids : ids.slice(0, 2)
  return {
    shown: fit.map((id) => topicTitle(handbook, id)[language]),
    more: ids.length - fit.length,
  }
}
