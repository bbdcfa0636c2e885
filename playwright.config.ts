import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium'
import { canaryKey, dataDir, modelLog, modelPort, port } from './tests/e2e/servers'

if (!existsSync('.next/BUILD_ID'))
  throw new Error('There is no build to test. Run npm test, which builds first, or npx next build.')

// Longer than any pause of a slow machine between two requests: a connection that is closed just then is a failure.
const keepAlive = '--keepAliveTimeout 120000'

const server = { NEXT_TELEMETRY_DISABLED: '1', VIVA_LOG_LEVEL: 'warn' }

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
  webServer: [
    {
      command: `npx --no-install next start ${keepAlive} -p ${port}`,
      url: `http://localhost:${port}/api/ready`,
      timeout: 120_000,
      env: { ...server, VIVA_DATA_DIR: dataDir },
    },
    {
      command: `npx --no-install tsx tests/fixtures/serve-model.ts ${modelPort + 1}`,
      port: modelPort + 1,
    },
    {
      command: `npx --no-install next start ${keepAlive} -p ${modelPort} 2> ${modelLog}`,
      url: `http://localhost:${modelPort}/api/ready`,
      timeout: 120_000,
      env: {
        ...server,
        VIVA_DATA_DIR: path.join(dataDir, 'with-model'),
        VIVA_LOG_LEVEL: 'trace',
        OPENAI_API_KEY: canaryKey,
        OPENAI_BASE_URL: `http://127.0.0.1:${modelPort + 1}/v1`,
        VIVA_CHAT_MODEL: 'stand-in',
        VIVA_MODEL_PRICES: JSON.stringify({ 'stand-in': { input: 1, output: 2 } }),
      },
    },
  ],
})
