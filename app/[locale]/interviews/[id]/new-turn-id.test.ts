import { afterEach, describe, expect, it, vi } from 'vitest'
import { newTurnId } from './new-turn-id'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('the id of a turn', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is a UUID, a new one each time', () => {
    expect(newTurnId()).toMatch(uuid)
    expect(newTurnId()).not.toBe(newTurnId())
  })

  it('is one over plain http, too, where browsers make none', () => {
    const { crypto } = globalThis
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    for (let i = 0; i < 50; i++) expect(newTurnId()).toMatch(uuid)
  })
})
