import { describe, expect, it } from 'vitest'
import { isSendKey } from './send-key'

const enter = {
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 13,
  timeStamp: 1000,
  repeat: false,
}

describe('isSendKey', () => {
  it.each([
    ['Enter', {}, true],
    ['Enter with Shift', { shiftKey: true }, false],
    ['another key', { key: 'a' }, false],
    ['Enter while composing', { isComposing: true }, false],
    ['Enter as key 229', { keyCode: 229 }, false],
    ['Enter that is held down', { repeat: true }, false],
    ['Enter with Alt', { altKey: true }, false],
  ])('%s', (_, change, sends) => {
    expect(isSendKey({ ...enter, ...change }, -Infinity)).toBe(sends)
  })

  it('does not send with the Enter that has just ended a composition, but with the next one', () => {
    expect(isSendKey(enter, 990)).toBe(false)
    expect(isSendKey(enter, 500)).toBe(true)
  })
})
