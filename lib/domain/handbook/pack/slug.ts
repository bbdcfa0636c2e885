const longest = 60

/** A text as part of an id: lower-case Latin letters and digits in kebab-case; empty when it has none. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')

/** The name of a question that has none: its number in the pack. */
export const numberSlug = (number: number): string => `q-${String(number).padStart(5, '0')}`
