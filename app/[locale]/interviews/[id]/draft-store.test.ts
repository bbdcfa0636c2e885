import { describe, expect, it } from 'vitest'
import { noDraft, parseDraft } from './draft-store'

describe('a kept draft', () => {
  it('comes back with the turn that it was sent as', () => {
    expect(parseDraft('{"text":"half an answer"}', [])).toEqual({ text: 'half an answer' })
    expect(parseDraft('{"text":"x","turnId":"t2"}', ['t1'])).toEqual({ text: 'x', turnId: 't2' })
  })

  it('is none once the server has it', () => {
    expect(parseDraft('{"text":"x","turnId":"t1"}', ['t1'])).toEqual(noDraft)
  })

  it.each([null, '', 'x', '[]', '{"text":5}'])('is none when it reads %j', (kept) => {
    expect(parseDraft(kept, [])).toEqual(noDraft)
  })
})
