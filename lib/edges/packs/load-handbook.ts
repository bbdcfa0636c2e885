import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { assemble, crossCheck, parseTopics } from '@/lib/domain/handbook/assemble'
import { parseLoop, type Loop } from '@/lib/domain/handbook/loop'
import { parseQuestion, type Problem } from '@/lib/domain/handbook/parse-question'
import type { Handbook, Part, Question } from '@/lib/domain/handbook/question'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A pack that does not parse or does not fit together. */
export class PackError extends Error {
  constructor(
    readonly dir: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.map((p) => `  ${p.file}${p.field && `: ${p.field}`}: ${p.message}`)
    super(`The pack in ${dir} has ${problems.length} problem(s):\n${lines.join('\n')}`)
    this.name = 'PackError'
  }
}

/** Markdown files of a folder, in order; none where there is no such folder. */
async function markdownFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

/**
 * Reads a pack (`topics.yaml`, `handbook/<topic>/<slug>.md` and `loops/<slug>.md`) and reports all that is wrong with it.
 * @throws when the folder or `topics.yaml` cannot be read
 */
export async function readPack(dir: string): Promise<{ handbook: Handbook; problems: Problem[] }> {
  const topicsText = await readFile(path.join(dir, 'topics.yaml'), 'utf8')
  const topics = parseTopics('topics.yaml', topicsText)
  const problems: Problem[] = topics.ok ? [] : topics.problems
  const parts: readonly Part[] = topics.ok ? topics.value : []

  const questions: Question[] = []
  const handbookDir = path.join(dir, 'handbook')
  for (const file of await markdownFiles(handbookDir)) {
    const text = await readFile(path.join(handbookDir, file), 'utf8')
    const parsed = parseQuestion(file, text, sha256(text))
    if (parsed.ok) questions.push(parsed.value)
    else problems.push(...parsed.problems)
  }
  const loops: Loop[] = []
  const loopsDir = path.join(dir, 'loops')
  for (const file of await markdownFiles(loopsDir)) {
    const parsed = parseLoop(file, await readFile(path.join(loopsDir, file), 'utf8'))
    if (parsed.ok) loops.push(parsed.value)
    else problems.push(...parsed.problems.map((problem) => ({ ...problem, file: `loops/${problem.file}` })))
  }
  const hash = sha256([sha256(topicsText), ...questions.map((q) => `${q.id} ${q.hash}`)].join('\n'))
  const handbook = assemble(parts, questions, hash, loops)
  return { handbook, problems: [...problems, ...crossCheck(handbook)] }
}

/**
 * Reads a pack that must be whole.
 * @param dir the pack's folder; the built-in handbook when left out
 * @throws PackError naming every file and field that is wrong
 */
export async function loadHandbook(dir = path.join(process.cwd(), 'content')): Promise<Handbook> {
  const { handbook, problems } = await readPack(dir)
  if (problems.length > 0) throw new PackError(dir, problems)
  return handbook
}
