import { expect, it } from 'vitest'
import { clockTime } from './clock-time'

it.each([
  [0, '0:00'],
  [9.6, '0:10'],
  [75, '1:15'],
  [3675, '1:01:15'],
])('%d seconds', (seconds, shown) => expect(clockTime(seconds)).toBe(shown))
