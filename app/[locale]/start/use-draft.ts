import { useState, useSyncExternalStore } from 'react'
import { keep, restore, usual, type Draft } from './draft'

const key = 'viva.start'
const never = () => () => {}

// Storage may be forbidden: then nothing is remembered, and nothing else changes.
function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(kept: string): void {
  try {
    localStorage.setItem(key, kept)
  } catch {
    // See above.
  }
}

/**
 * The form's draft: the one of last time until it is edited, the usual one where there is none.
 * @param asked topics to begin with, whatever was chosen last time
 */
export function useDraft(offer: Parameters<typeof usual>[0], asked: readonly string[]) {
  const kept = useSyncExternalStore(never, read, () => null)
  const [edited, setEdited] = useState<Draft>()
  const wanted = offer.topics.filter((topic) => asked.includes(topic))
  const latest = edited ?? { ...restore(kept, offer), ...(wanted.length > 0 && { topics: wanted }) }
  // A topic may have gone since it was chosen.
  const draft = { ...latest, topics: latest.topics.filter((topic) => offer.topics.includes(topic)) }
  return {
    draft,
    change: (part: Partial<Draft>) => setEdited({ ...draft, ...part }),
    keepIt: () => write(keep(draft, offer)),
    reset: () => setEdited(usual(offer)),
    changed: JSON.stringify(draft) !== JSON.stringify({ ...draft, ...usual(offer) }),
  }
}
