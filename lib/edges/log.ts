import pino from 'pino'
import { env } from '@/lib/env'

/** Structured log on stderr, so that a terminal interview keeps stdout; answers, quotes and keys are never handed to it. */
export const log = pino(
  { level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
)
