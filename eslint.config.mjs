import { readFileSync } from 'node:fs'
import next from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'

const { rooms } = JSON.parse(readFileSync(new URL('./tests/architecture/law.json', import.meta.url), 'utf8'))

const within = (room, outer) => room === outer || room.startsWith(`${outer}/`)

// All of a room, less the files of it that are allowed one by one.
const patterns = (room, allowed = []) => {
  const files = allowed
    .filter((entry) => entry.startsWith(`${room}/`))
    .map((entry) => entry.slice(room.length + 1))
  const name = files.length > 0 ? `!(${files.join('|')}).*` : '*'
  return [`./${room}/**/${name}`, `./${room}{.ts,.tsx}`]
}

// Every pair of rooms that the law does not allow.
const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: patterns(room),
  from: Object.keys(rooms)
    .filter((other) => ![room, ...allowed].some((outer) => within(other, outer)))
    .flatMap((other) => patterns(other, allowed)),
  message: 'Arrows point inward: see docs/architecture.md.',
}))

const config = [
  { ignores: ['.next/**', '.data/**', 'next-env.d.ts', 'node_modules/**'] },
  ...next,
  ...nextTypescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'import/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.test.ts', '**/*.spec.ts', 'tests/**'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  },
]

export default config
