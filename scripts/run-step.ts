import { spawn } from 'node:child_process'

/**
 * Runs a command with its output shown.
 * @returns its exit code; 1 when it was ended by a signal
 * @throws when it cannot be started at all
 */
export function runStep(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (cause) => reject(new Error(`${command} could not be started`, { cause })))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
