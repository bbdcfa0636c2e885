import type { Handbook } from './domain/handbook/question'
import { loadHandbook } from './edges/packs/load-handbook'
import { relatedQuestions } from './edges/retrieval/related'

/** How many related questions a page names. */
const related = 5

export interface Shelf {
  readonly handbook: Handbook
  /** For each question the ids of those nearest in meaning, the nearest first. */
  readonly related: ReadonlyMap<string, readonly string[]>
}

async function fill(): Promise<Shelf> {
  const handbook = await loadHandbook()
  return { handbook, related: await relatedQuestions(handbook, related) }
}

let filled: Promise<Shelf> | undefined

/**
 * The built-in handbook for pages that are made by the build: read from its files and fitted in memory, once in a
 * process, without the database and the index that `wire` opens.
 * @throws when a question file is not right
 */
export function shelf(): Promise<Shelf> {
  filled ??= fill()
  return filled
}
