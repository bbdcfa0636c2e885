import { existsSync } from 'node:fs'
import { z } from 'zod'

const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined)

const json = optional.transform((text, context): unknown => {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
})

const price = z.strictObject({ input: z.number().min(0), output: z.number().min(0) })

const schema = z.object({
  VIVA_DATA_DIR: optional.transform((dir) => dir ?? '.data'),
  VIVA_SECRET: optional.refine((secret) => secret === undefined || secret.length >= 32, {
    message:
      'must have at least 32 characters, or be left out so that one is made and kept in the data folder',
  }),
  VIVA_LOG_LEVEL: optional.pipe(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional.pipe(
    z.url({ protocol: /^https?$/, message: 'must be a URL such as http://localhost:11434/v1' }).optional(),
  ),
  VIVA_CHAT_MODEL: optional,
  VIVA_GRADER_MODEL: optional,
  VIVA_EMBEDDING_MODEL: optional,
  VIVA_MODEL_PRICES: json.pipe(
    z
      .record(z.string().min(1), price, {
        message:
          'must be JSON such as {"my-model": {"input": 0.5, "output": 1.5}}, in US dollars for a million tokens',
      })
      .default({}),
  ),
})

/** Asked when no model is named. */
const defaultModel = 'gpt-4.1-mini'

/** An OpenAI-compatible endpoint and what is asked of it. */
export interface ModelEnv {
  readonly baseUrl: string | undefined
  readonly apiKey: string | undefined
  readonly chatModel: string
  readonly graderModel: string
  readonly embeddingModel: string | undefined
  /** US dollars for a million tokens, by the beginning of a model's id. */
  readonly prices: Readonly<Record<string, { readonly input: number; readonly output: number }>>
}

export interface Env {
  readonly dataDir: string
  readonly secret: string | undefined
  readonly logLevel: string
  /** Absent when neither a key nor an address is given: everything is built-in then. */
  readonly model: ModelEnv | undefined
}

function modelOf(data: z.infer<typeof schema>): ModelEnv | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = data
  if (apiKey === undefined && baseUrl === undefined) return undefined
  const chatModel = data.VIVA_CHAT_MODEL ?? defaultModel
  return {
    ...{ baseUrl, apiKey, chatModel },
    graderModel: data.VIVA_GRADER_MODEL ?? chatModel,
    embeddingModel: data.VIVA_EMBEDDING_MODEL,
    prices: data.VIVA_MODEL_PRICES,
  }
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
    model: modelOf(parsed.data),
  }
}

// Next reads .env by itself, scripts do not; what is set already wins in both.
if (existsSync('.env')) process.loadEnvFile('.env')

export const env: Env = parseEnv(process.env)
