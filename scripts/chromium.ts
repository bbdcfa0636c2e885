import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runStep } from './run-step'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The Chromium to test in: VIVA_CHROMIUM, a system one, or the one that Playwright has downloaded. */
export const findChromium = (): string | undefined =>
  [process.env.VIVA_CHROMIUM, ...known, chromium.executablePath()].find((file) => file && existsSync(file))

const canInstall = (): boolean =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

const hasChineseFont = (): boolean => {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return fonts.status === 0 && fonts.stdout.trim() !== ''
}

const advice = `No Chromium was found for the end-to-end tests. Do one of these, then run the tests again:
  - Debian or Ubuntu:  sudo apt-get install -y chromium fonts-noto-cjk
  - any other system:  npx playwright install chromium
  - or name a browser: VIVA_CHROMIUM=/path/to/chrome npm test`

/**
 * Finds a Chromium, installing Debian's together with a Chinese font where that is allowed.
 * @throws with what to do when there is none and none can be installed
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found && (hasChineseFont() || !canInstall())) return found
  if (!canInstall()) throw new Error(advice)
  await runStep('apt-get', ['update', '-qq'])
  await runStep(
    'apt-get',
    ['install', '-y', '-qq', ...(found ? [] : ['chromium']), 'fonts-noto-cjk', 'fontconfig'],
    {
      DEBIAN_FRONTEND: 'noninteractive',
    },
  )
  const installed = findChromium()
  if (!installed) throw new Error(advice)
  return installed
}
