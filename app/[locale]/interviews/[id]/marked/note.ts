import type { Quoted, Span } from './mark-spans'

/** A quote with what the examiner writes beside it. */
export interface Note extends Quoted {
  /** Numbers and letters that stand at the mark and in the lists below the answer. */
  readonly labels: readonly string[]
  /** The key points, or the corrections of misconceptions. */
  readonly about: readonly string[]
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare

/** Draws one line under words that several key points quote alike, with all their numbers at its end. */
export function gatherNotes(spans: readonly Span<Note>[]): Span<Note>[] {
  const gathered = new Map<string, Span<Note>>()
  for (const span of spans) {
    const key = `${span.start} ${span.end} ${span.quoted.verdict}`
    const before = gathered.get(key)?.quoted
    const quoted = before && {
      ...before,
      labels: [...before.labels, ...span.quoted.labels].sort(byNumber),
      about: [...before.about, ...span.quoted.about],
    }
    gathered.set(key, quoted ? { ...span, quoted } : span)
  }
  return [...gathered.values()]
}
