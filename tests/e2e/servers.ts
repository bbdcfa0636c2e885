import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The built-in Viva. */
export const port = Number(process.env.VIVA_TEST_PORT ?? 3417)

/** Viva with a model behind it; the stand-in for the model listens on the port after. */
export const modelPort = port + 100

// Workers read this file again: the folder of the servers is made once and handed on.
process.env.VIVA_TEST_DATA ??= mkdtempSync(path.join(tmpdir(), 'viva-e2e-'))
export const dataDir = process.env.VIVA_TEST_DATA

/** What Viva with a model logs, at its most talkative. */
export const modelLog = path.join(dataDir, 'model.log')

/** A key that must turn up nowhere but at the model's endpoint. */
export const canaryKey = 'sk-canary-7d1f4e0b'
