import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import law from './law.json'

const root = path.resolve(import.meta.dirname, '../..')
const rooms = new Map<string, readonly string[]>(Object.entries(law.rooms))
const packages = new Map<string, readonly string[]>(Object.entries(law.packages))

interface Import {
  readonly from: string
  /** Repository path without extension, or a package. */
  readonly to: string
  readonly inside: boolean
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

const sources = ['app', 'lib', 'scripts'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
)

/** Every import of a file, those of types and dynamic ones included. */
function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => {
    const inside = fileName.startsWith('.') || fileName.startsWith('@/')
    const target = fileName.startsWith('@/')
      ? fileName.slice(2)
      : path.posix.join(path.posix.dirname(file), fileName)
    return { from: file, to: inside ? target : fileName, inside }
  })
}

const within = (file: string, room: string): boolean =>
  file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`)

/** The most particular room that a path lies in. */
const roomOf = (file: string): string | undefined =>
  [...rooms.keys()].filter((room) => within(file, room)).sort((a, b) => b.length - a.length)[0]

const imports = sources.flatMap(importsOf)

describe('the arrows between rooms', () => {
  it('looks at real files and real imports', () => {
    expect(sources.length).toBeGreaterThan(40)
    expect(imports.filter((i) => i.inside).length).toBeGreaterThan(80)
  })

  it('knows the room of every file', () => {
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  it('lets a room import only itself and what lies further in', () => {
    const wrong = imports.filter(({ from, to, inside }) => {
      const own = roomOf(from)
      if (!inside || own === undefined || within(to, own)) return false
      return !rooms.get(own)?.some((room) => within(to, room))
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('keeps each vendor in its edge, and the domain free of I/O and frameworks', () => {
    const wrong = imports.filter(({ from, to, inside }) => {
      if (inside) return false
      const room = [...packages.keys()].filter((r) => within(from, r)).sort((a, b) => b.length - a.length)[0]
      if (room === undefined) return false
      return !packages
        .get(room)
        ?.some(
          (name) =>
            to === name || to.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`),
        )
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('keeps the order acyclic: no room lists one that lists it back', () => {
    const back = [...rooms].flatMap(([room, targets]) =>
      targets
        .filter((target) => rooms.get(target)?.some((t) => within(room, t)))
        .map((t) => `${room} <-> ${t}`),
    )
    expect(back).toEqual([])
  })

  it('knows neither clock nor chance in the domain', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\./
    const wrong = sources.filter(
      (file) => within(file, 'lib/domain') && impure.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('has no drawers for odds and ends, and no barrels', () => {
    const wrong = sources.filter((file) => /(^|\/)(utils|helpers|services|managers|common)(\/|\.)/.test(file))
    const barrels = sources.filter((file) => /^lib\/.*\/index\.tsx?$/.test(file))
    expect([...wrong, ...barrels]).toEqual([])
  })
})
