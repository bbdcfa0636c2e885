import { kindOf, type PackEntry } from '@/lib/domain/handbook/pack/entry'
import { limits } from '@/lib/domain/handbook/pack/limits'
import { questionsIn, type Pack, type PackHeader } from '@/lib/domain/handbook/pack/pack'
import { parsePack, refused, type ParsedPack } from '@/lib/domain/handbook/pack/parse-pack'
import { problemAt, type PackProblem } from '@/lib/domain/handbook/pack/problem'
import { inSlices } from './breathe'
import type { Ports } from './ports'

export type ImportPorts = Pick<
  Ports,
  'packs' | 'packIndexes' | 'archive' | 'digest' | 'now' | 'newId' | 'log'
>

export interface ImportRequest {
  readonly owner: string
  readonly name: string
  /** Question files, tables, JSON files, or archives of them. */
  readonly files: readonly PackEntry[]
}

/** How far an import is: questions read so far, or passages indexed of how many. */
export interface ImportProgress {
  readonly phase: 'reading' | 'indexing'
  readonly done: number
  readonly total?: number
}

export type ImportOutcome =
  | { readonly ok: true; readonly pack: PackHeader; readonly ignored: readonly string[] }
  | Extract<ParsedPack, { ok: false }>

const isZip = ({ name, bytes }: PackEntry): boolean =>
  /\.zip$/i.test(name) || (kindOf(name) === 'other' && bytes[0] === 0x50 && bytes[1] === 0x4b)

/** All files, those inside of archives in the place of these. */
async function unpack(
  { archive }: ImportPorts,
  files: readonly PackEntry[],
): Promise<PackEntry[] | PackProblem> {
  const entries: PackEntry[] = []
  for (const file of files) {
    const unzipped = isZip(file) ? await archive.unzip(file) : { ok: true as const, entries: [file] }
    if (!unzipped.ok) return unzipped.problem
    if (entries.length + unzipped.entries.length > limits.files)
      return problemAt({ file: file.name }, 'too-many-files', { most: limits.files })
    for (const entry of unzipped.entries) entries.push(entry)
  }
  return entries
}

/** Characters of an id: what a person may have to read out. */
const idLength = 12

function packOf(
  { now, newId, digest }: ImportPorts,
  owner: string,
  name: string,
  questions: Pack['questions'],
): Pack {
  const hash = digest(questions.map(({ slug, hash: own }) => `${slug} ${own}`).join('\n'))
  const id = newId()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, idLength)
  const header = { id, owner, name, createdAt: now().toISOString(), questions: questions.length, hash }
  return { header, questions }
}

/** What is wrong before anything is read. */
async function objection(
  { packs }: ImportPorts,
  owner: string,
  name: string,
): Promise<PackProblem | undefined> {
  if (name === '' || name.length > limits.name)
    return problemAt({ file: '', field: 'name' }, 'name', { most: limits.name })
  const full = (await packs.list(owner)).length >= limits.packs
  return full ? problemAt({ file: '' }, 'too-many-packs', { most: limits.packs }) : undefined
}

/**
 * Imports a pack: reads everything, and only when nothing is wrong indexes and stores it. It is there, whole and
 * searchable, when this returns `ok`, and otherwise nothing of it is.
 */
export async function importPack(
  ports: ImportPorts,
  { owner, name: given, files }: ImportRequest,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportOutcome> {
  const name = given.normalize('NFC').replace(/\s+/g, ' ').trim()
  const wrong = await objection(ports, owner, name)
  if (wrong) return refused(wrong)
  const entries = await unpack(ports, files)
  if (!Array.isArray(entries)) return refused(entries)
  const parsed = await inSlices(parsePack(entries, ports.digest), (done) =>
    onProgress({ phase: 'reading', done }),
  )
  if (!parsed.ok) return parsed
  const pack = packOf(ports, owner, name, parsed.questions)
  try {
    await ports.packIndexes.build(pack.header, questionsIn(pack), (done, total) =>
      onProgress({ phase: 'indexing', done, total }),
    )
    await ports.packs.add(pack)
  } catch (error) {
    await ports.packIndexes.remove(pack.header.id)
    throw error
  }
  ports.log.info({ pack: pack.header.id, questions: pack.header.questions }, 'a pack was imported')
  return { ok: true, pack: pack.header, ignored: parsed.ignored }
}
