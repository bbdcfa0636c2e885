import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runStep } from './run-step'

/** Everything that goes into the build: also the handbook, whose pages are made by it. */
const sources = [
  'app',
  'content',
  'lib',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const stamp = path.join('.next', 'viva-sources')

async function filesBelow(entry: string): Promise<string[]> {
  if (!existsSync(entry)) return []
  if (path.extname(entry)) return [entry]
  const found = await readdir(entry, { recursive: true, withFileTypes: true })
  return found.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name))
}

/** SHA-256 over names and contents of all sources, tests left out, together with the Node version. */
async function fingerprint(): Promise<string> {
  const all = (await Promise.all(sources.map(filesBelow))).flat()
  const files = all.filter((file) => !/\.test\.tsx?$/.test(file)).sort()
  const hash = createHash('sha256').update(process.version)
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds the app unless the last build was of the same sources.
 * @throws when the build fails; the stamp is then left as it was, so the next start builds again
 */
export async function buildIfStale(report: (line: string) => void): Promise<void> {
  const wanted = await fingerprint()
  const built =
    existsSync(path.join('.next', 'BUILD_ID')) && existsSync(stamp) ? await readFile(stamp, 'utf8') : ''
  if (built === wanted) return report('The build is fresh.')
  report('Building the app and the handbook’s pages (one to three minutes) …')
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const code = await runStep(process.execPath, [next, 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  if (code !== 0) throw new Error(`next build failed with exit code ${code}; what it printed above says why`)
  await writeFile(stamp, wanted)
}
