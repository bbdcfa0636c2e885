import { readFile, rename, writeFile } from 'node:fs/promises'
import type { z } from 'zod'

/**
 * Reads a file of JSON lines, each of the given shape; empty lines are passed over.
 * @throws naming every line and field that is wrong
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(file, 'utf8')
  const rows: T[] = []
  const wrong: string[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    try {
      const parsed = schema.safeParse(JSON.parse(line))
      if (parsed.success) rows.push(parsed.data)
      else
        wrong.push(
          ...parsed.error.issues.map(
            (i) => `line ${index + 1}: ${i.path.join('.') || 'the row'}: ${i.message}`,
          ),
        )
    } catch (error) {
      wrong.push(`line ${index + 1}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (wrong.length > 0)
    throw new Error(`${file} has ${wrong.length} wrong line(s), so nothing was written:\n${wrong.join('\n')}`)
  return rows
}

/** Writes rows as JSON lines, all of them or nothing. */
export async function writeJsonLines(file: string, rows: readonly unknown[]): Promise<void> {
  const draft = `${file}.${process.pid}.partial`
  await writeFile(draft, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await rename(draft, file)
}

/** Runs a command and says what went wrong in one line instead of a stack. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
