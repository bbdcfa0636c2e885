import { existsSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium'

if (!existsSync('.next/BUILD_ID'))
  throw new Error('There is no build to test. Run npm test, which builds first, or npx next build.')

const port = Number(process.env.VIVA_TEST_PORT ?? 3417)
// Workers read this file again: the folder of the server is made once and handed on.
process.env.VIVA_TEST_DATA ??= mkdtempSync(path.join(tmpdir(), 'viva-e2e-'))

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx --no-install next start -p ${port}`,
    url: `http://localhost:${port}/api/ready`,
    timeout: 120_000,
    env: { VIVA_DATA_DIR: process.env.VIVA_TEST_DATA, NEXT_TELEMETRY_DISABLED: '1', VIVA_LOG_LEVEL: 'warn' },
  },
})
