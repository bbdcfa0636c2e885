/** What one pack may hold; checked before and while anything is read. */
export const limits = {
  /** Bytes of an upload. */
  upload: 50 * 2 ** 20,
  /** Bytes of all files of an archive when they are unpacked. */
  unpacked: 100 * 2 ** 20,
  /** Bytes of one file. */
  file: 50 * 2 ** 20,
  /** Files of one upload, those inside archives included. */
  files: 12_000,
  questions: 10_000,
  /** Characters. */
  name: 80,
  prompt: 2_000,
  reference: 20_000,
  /** Characters of one question in a table or a JSON file: a quote that is never closed must not swallow the file. */
  record: 200_000,
  /** Packs of one owner. */
  packs: 20,
} as const

/** Problems that are told; the others are counted. */
export const mostProblems = 100
