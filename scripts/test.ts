import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfStale } from './build-if-stale'
import { ensureChromium } from './chromium'
import { runStep } from './run-step'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const npx =
  (...args: string[]) =>
  (env: Readonly<Record<string, string>>) =>
    runStep('npx', ['--no-install', ...args], env)

/** Reads the counts of a Vitest or Playwright JSON report; a report that is missing counts as one failure. */
async function tallyOf(file: string): Promise<Tally> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'))
    const report = json as {
      numPassedTests?: number
      numFailedTests?: number
      numPendingTests?: number
      stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
    }
    const { stats } = report
    if (stats)
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
    return {
      passed: report.numPassedTests ?? 0,
      failed: report.numFailedTests ?? 0,
      skipped: report.numPendingTests ?? 0,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Runs everything, the cheap checks first, and goes on after a failure so that one run shows all of them. */
async function test(reports: string): Promise<boolean> {
  const unit = path.join(reports, 'unit.json')
  const browser = path.join(reports, 'browser.json')
  const executable = await ensureChromium()
  const steps: [name: string, run: (env: Readonly<Record<string, string>>) => Promise<number>][] = [
    ['types', async (env) => (await npx('next', 'typegen')(env)) || npx('tsc', '--noEmit')(env)],
    ['lint', npx('eslint', '.', '--max-warnings', '0')],
    ['format', npx('prettier', '--check', '--log-level', 'warn', '.')],
    ['content', npx('tsx', 'scripts/content-check.ts')],
    [
      'unit, contract, faults',
      npx('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`),
    ],
    ['build', () => buildIfStale(console.log).then(() => 0)],
    ['end-to-end', npx('playwright', 'test', '--reporter=line,json')],
  ]
  const failures: string[] = []
  for (const [name, run] of steps) {
    console.log(`\n=== ${name}`)
    const env = {
      VIVA_CHROMIUM: executable,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
      NEXT_TELEMETRY_DISABLED: '1',
    }
    const code = await run(env).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return 1
    })
    if (code !== 0) failures.push(name)
  }
  const [a, b] = await Promise.all([tallyOf(unit), tallyOf(browser)])
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
  const skipped = a.skipped + b.skipped
  const counts = [`${a.passed + b.passed} passed`, `${Math.max(a.failed + b.failed, failures.length)} failed`]
  console.log(`\n${[...counts, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')}`)
  return failures.length === 0
}

const reports = await mkdtemp(path.join(tmpdir(), 'viva-test-'))
try {
  process.exitCode = (await test(reports)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(reports, { recursive: true, force: true })
}
