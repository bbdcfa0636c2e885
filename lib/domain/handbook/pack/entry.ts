/** A file of a pack as it came: the path inside the pack, with `/`, and its bytes. */
export interface PackEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

export type EntryKind = 'question' | 'table' | 'json' | 'archive' | 'other'

const kinds: readonly (readonly [RegExp, EntryKind])[] = [
  // What systems leave behind, and what a pack's author says about it.
  [
    /(?:^|\/)(?:\.(?!\.?(?:\/|$))[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)|(?:^|\/)(?:readme|license)(?:\.\w+)?$/i,
    'other',
  ],
  // Loops name questions of the built-in handbook.
  [/(?:^|\/)loops\/[^/]+\.md$/i, 'other'],
  [/\.(?:md|markdown)$/i, 'question'],
  [/\.(?:csv|tsv)$/i, 'table'],
  [/\.(?:json|jsonl|ndjson)$/i, 'json'],
  [/\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i, 'archive'],
]

/** What a file of a pack is, by its name; `other` is left aside. */
export const kindOf = (name: string): EntryKind =>
  kinds.find(([pattern]) => pattern.test(name.replaceAll('\\', '/')))?.[1] ?? 'other'

/** Whether a path stays inside the pack. Nothing is ever written under it, and still such an archive is not to be trusted. */
export function isSafePath(name: string): boolean {
  const parts = name.replaceAll('\\', '/').split('/')
  return !/^(?:[\\/]|[a-z]:)/i.test(name) && !name.includes('\0') && !parts.includes('..')
}
