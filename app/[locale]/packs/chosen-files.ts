/** A file as it was chosen, with its path inside the folder where one was chosen. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

/** Folders of systems and tools, which no pack means. */
const hidden = /(?:^|\/)(?:\.[^/]*|__MACOSX|node_modules)(?:\/|$)/

export const chosen = (list: FileList | null): ChosenFile[] =>
  [...(list ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !hidden.test(path))

/** What a pack may be called when its files are all that is known: their folder, or the first of them. */
export function nameOf(files: readonly { readonly path: string }[]): string {
  const [first] = files
  if (!first) return ''
  const [folder = '', ...rest] = first.path.split('/')
  return (rest.length > 0 ? folder : folder.replace(/\.[^.]+$/, '')).slice(0, 80)
}

export const bytesIn = (files: readonly ChosenFile[]): number =>
  files.reduce((sum, { file }) => sum + file.size, 0)
