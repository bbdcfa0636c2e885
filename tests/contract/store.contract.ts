import { describe, expect, it } from 'vitest'
import type { Store } from '@/lib/conduct/ports'
import { interviewEvent, moveSchema, type InterviewEvent } from '@/lib/domain/interview/events'
import { oneOfEachEvent } from '@/tests/fixtures/one-of-each-event'
import { answer, change, header } from './store-events'

/** An event that cannot be stored, whatever the store does with it. */
const unstorable: InterviewEvent = {
  ...answer('torn'),
  get text(): string {
    throw new Error('torn')
  },
}

const oddTexts = [
  '',
  ' \n\t\r\n',
  "Robert'); DROP TABLE interviews;--",
  '√d_k 根号 😀👩‍👩‍👧',
  'e\u0301 \u00e9 \uFEFF \u202E \u2028 \uFFFF',
  '\uD83D alone',
  'alone \uDE00',
  '长'.repeat(20_000),
  '😀'.repeat(10_000),
]

/** What every store promises. Each test opens an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store, ${name}`, () => {
    keepsWhatItIsGiven(open)
    keepsWritersApart(open)
    lists(open)
  })
}

function keepsWhatItIsGiven(open: () => Promise<Store>): void {
  it('gives back every kind of event and of move as it was, in order', async () => {
    const known = (events: readonly InterviewEvent[]) => new Set(events.map(({ type }) => type))
    const moves = oneOfEachEvent.flatMap((event) => (event.type === 'Asked' ? [event.move.kind] : []))
    expect(known(oneOfEachEvent)).toEqual(
      new Set(interviewEvent.options.map(({ shape }) => shape.type.value)),
    )
    expect(new Set(moves)).toEqual(new Set(moveSchema.options.map(({ shape }) => shape.kind.value)))

    const store = await open()
    const closed = { status: 'closed', updatedAt: '2026-01-02T10:00:00.000Z' } as const
    await store.create(header('i'), oneOfEachEvent.slice(0, 2))
    expect(await store.append('i', 2, oneOfEachEvent.slice(2), closed)).toBe('appended')
    expect(await store.load('i')).toEqual({ header: header('i', closed), events: oneOfEachEvent })
  })

  it('keeps texts and ids as they were typed', async () => {
    const store = await open()
    const id = `it's a "quoted" \`id\` -- ;%_`
    await store.create(header(id, { owner: `o'"owner` }), [])
    const events = oddTexts.map((text, index) => answer(`t'"${index}`, text))
    expect(await store.append(id, 0, events, change)).toBe('appended')
    expect((await store.load(id))?.events).toEqual(events)
    expect((await store.list(`o'"owner`, 10)).map((found) => found.id)).toEqual([id])
  })

  it('does not change what it keeps when its caller changes what it was given', async () => {
    const store = await open()
    const events = [answer('a')]
    await store.create(header('i'), events)
    events.push(answer('b'))
    expect((await store.load('i'))?.events).toEqual([answer('a')])
  })

  it('knows nothing of an interview that was not created', async () => {
    const store = await open()
    expect(await store.load('nothing')).toBeUndefined()
    await expect(store.append('nothing', 0, [answer('t')], change)).rejects.toThrow('no interview nothing')
    expect(await store.load('nothing')).toBeUndefined()
  })

  it('writes all of a batch or nothing', async () => {
    const store = await open()
    await expect(store.create(header('half'), [answer('a'), unstorable])).rejects.toThrow('torn')
    expect(await store.load('half')).toBeUndefined()
    await store.create(header('i'), [answer('a')])
    const late = { status: 'closed', updatedAt: '2030-01-01T00:00:00.000Z' } as const
    await expect(store.append('i', 1, [answer('b'), unstorable], late)).rejects.toThrow('torn')
    expect(await store.load('i')).toEqual({ header: header('i'), events: [answer('a')] })
  })
}

function keepsWritersApart(open: () => Promise<Store>): void {
  it('refuses an id that is taken and keeps the first', async () => {
    const store = await open()
    await store.create(header('i'), [answer('first')])
    await expect(store.create(header('i', { owner: 'other' }), [answer('second')])).rejects.toThrow()
    expect(await store.load('i')).toEqual({ header: header('i'), events: [answer('first')] })
  })

  it('says conflict to who is behind or ahead, and leaves events and header alone', async () => {
    const store = await open()
    await store.create(header('i'), [answer('a')])
    const late = { status: 'closed', updatedAt: '2030-01-01T00:00:00.000Z' } as const
    expect(await store.append('i', 0, [answer('b'), answer('c')], late)).toBe('conflict')
    expect(await store.append('i', 2, [answer('b')], late)).toBe('conflict')
    expect(await store.load('i')).toEqual({ header: header('i'), events: [answer('a')] })
  })

  it('lets exactly one of 50 writers append at the same place', async () => {
    const store = await open()
    await store.create(header('i'), [])
    const writers = Array.from({ length: 50 }, (_, n) => [answer(`t${n}`), answer(`t${n} too`)])
    const outcomes = await Promise.all(writers.map((events) => store.append('i', 0, events, change)))
    const winners = writers.filter((_, n) => outcomes[n] === 'appended')
    expect(winners).toHaveLength(1)
    expect((await store.load('i'))?.events).toEqual(winners[0])
  })
}

function lists(open: () => Promise<Store>): void {
  it('lists what an owner has, the latest change first, no more than asked for', async () => {
    const store = await open()
    for (const [id, owner, day] of [
      ['a', 'x', 1],
      ['b', 'y', 2],
      ['c', 'x', 3],
      ['d', 'x', 2],
    ] as const)
      await store.create(header(id, { owner, updatedAt: `2026-01-0${day}T00:00:00.000Z` }), [])
    const ids = async (owner: string, limit: number) => (await store.list(owner, limit)).map(({ id }) => id)
    expect(await ids('x', 10)).toEqual(['c', 'd', 'a'])
    expect(await ids('x', 2)).toEqual(['c', 'd'])
    expect(await ids('z', 10)).toEqual([])
    await store.append('a', 0, [answer('t')], { status: 'closed', updatedAt: '2026-01-09T00:00:00.000Z' })
    expect(await ids('x', 10)).toEqual(['a', 'c', 'd'])
    expect((await store.list('x', 1))[0]?.status).toBe('closed')
  })
}
