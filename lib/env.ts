import { existsSync } from 'node:fs'
import { z } from 'zod'

const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined)

const schema = z.object({
  VIVA_DATA_DIR: optional.transform((dir) => dir ?? '.data'),
  VIVA_SECRET: optional.refine((secret) => secret === undefined || secret.length >= 32, {
    message:
      'must have at least 32 characters, or be left out so that one is made and kept in the data folder',
  }),
  VIVA_LOG_LEVEL: optional.pipe(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
})

export interface Env {
  readonly dataDir: string
  readonly secret: string | undefined
  readonly logLevel: string
}

/**
 * Reads the environment.
 * @throws naming every variable that is wrong and why
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not right (see .env.example):\n${lines.join('\n')}`)
  }
  return {
    dataDir: parsed.data.VIVA_DATA_DIR,
    secret: parsed.data.VIVA_SECRET,
    logLevel: parsed.data.VIVA_LOG_LEVEL,
  }
}

// Next reads .env by itself, scripts do not; what is set already wins in both.
if (existsSync('.env')) process.loadEnvFile('.env')

export const env: Env = parseEnv(process.env)
