import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signingSecret } from './secret'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'viva-secret-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

describe('the cookie secret', () => {
  it('is the one that is given, and then none is made', async () => {
    const given = 'a secret of more than thirty-two characters'
    expect(await signingSecret({ dataDir: dir, secret: given })).toBe(given)
    expect(await readdir(dir)).toEqual([])
  })

  it('is refused when it is short', async () => {
    await expect(signingSecret({ dataDir: dir, secret: 'x'.repeat(31) })).rejects.toThrow(
      /VIVA_SECRET has 31 characters; give it 32/,
    )
    await expect(signingSecret({ dataDir: dir, secret: '' })).rejects.toThrow(/VIVA_SECRET has 0 characters/)
  })

  it('is made once and kept, for its owner alone to read', async () => {
    const dataDir = path.join(dir, 'not', 'there', 'yet')
    const made = await signingSecret({ dataDir })
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(await signingSecret({ dataDir })).toBe(made)
    expect((await stat(path.join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readdir(dataDir)).toEqual(['secret'])
    expect(await signingSecret({ dataDir: dir })).not.toBe(made)
  })

  it('is the same for many that start at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 50 }, () => signingSecret({ dataDir: dir })))
    expect(new Set(secrets)).toEqual(new Set([await readFile(path.join(dir, 'secret'), 'utf8')]))
    expect(await readdir(dir)).toEqual(['secret'])
  })

  it('is the same for six processes that start at once', async () => {
    const module_ = JSON.stringify(path.join(import.meta.dirname, 'secret.ts'))
    const script = `import(${module_}).then(async (m) => console.log(await m.signingSecret({ dataDir: ${JSON.stringify(dir)} })))`
    const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--eval', script])
    const printed = await Promise.all(Array.from({ length: 6 }, run))
    const kept = await readFile(path.join(dir, 'secret'), 'utf8')
    expect(printed.map(({ stdout }) => stdout.trim())).toEqual(printed.map(() => kept))
  })

  it('says what to do when it is damaged', async () => {
    await writeFile(path.join(dir, 'secret'), 'short')
    await expect(signingSecret({ dataDir: dir })).rejects.toThrow(/secret is damaged; delete it/)
  })

  it('says what to do when it can be neither read nor made', async () => {
    await writeFile(path.join(dir, 'plain'), '')
    await expect(signingSecret({ dataDir: path.join(dir, 'plain') })).rejects.toThrow(
      /plain\/secret could not be read or made: .*VIVA_DATA_DIR or VIVA_SECRET/,
    )
  })
})
