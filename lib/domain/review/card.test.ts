import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt } from '@/tests/fixtures/attempts'
import { sampleHandbook } from '@/tests/fixtures/sample-handbook'
import { cardsOf, isDue, mark } from './card'
import { ankiHtml, cardsAsCsv, cardsForAnki } from './card-exports'
import { ratingOf } from './rating'

const handbook = sampleHandbook({ attention: 3 })
const id = (n: number) => `attention/attention-${n}`
const first = '2026-03-01T10:00:00.000Z'
const days = (from: string, to: Date | undefined): number =>
  ((to?.getTime() ?? NaN) - Date.parse(from)) / 86_400_000

describe('review cards', () => {
  it.each([
    [0, 'again'],
    [39, 'again'],
    [40, 'hard'],
    [65, 'good'],
    [84, 'good'],
    [85, 'easy'],
    [100, 'easy'],
  ] as const)('%i points are %s', (score, rating) => expect(ratingOf(score)).toBe(rating))

  it('come back the later the better the answer was, and not the same day', () => {
    const due = (score: number) => days(first, cardsOf(handbook, [attempt(id(0), score, first)], [])[0]?.due)
    const [again = 0, hard = 0, good = 0, easy = 0] = [10, 50, 70, 95].map(due)
    expect(again).toBeGreaterThanOrEqual(1)
    expect([hard >= again, good >= hard, easy > good]).toEqual([true, true, true])
  })

  it('count a lapse when what was known is not', () => {
    const attempts = [attempt(id(0), 90, first), attempt(id(0), 10, '2026-03-20T10:00:00.000Z')]
    expect(cardsOf(handbook, attempts, [])[0]).toMatchObject({ reviews: 2, lapses: 1 })
  })

  it('follow a rating set by hand, and are gone with their question', () => {
    const own = attempt(id(0), 95, first)
    const [card] = cardsOf(
      handbook,
      [own, attempt('attention/removed', 95, first)],
      [mark.parse({ questionId: id(0), ratings: { [own.interviewId]: 'again' } })],
    )
    expect(card?.last).toEqual({ interviewId: own.interviewId, score: 95, rating: 'again' })
    expect(days(first, card?.due)).toBeLessThan(2)
    expect(cardsOf(handbook, [attempt('attention/removed', 95, first)], [])).toEqual([])
  })

  it('are due when asked for by hand until they are answered, and never while suspended', () => {
    const now = new Date('2026-03-02T10:00:00.000Z')
    const wanted = mark.parse({ questionId: id(1), wantedAt: '2026-03-01T12:00:00.000Z' })
    const [card] = cardsOf(handbook, [], [wanted])
    expect(card && isDue(card, now)).toBe(true)
    const [answered] = cardsOf(handbook, [attempt(id(1), 90, '2026-03-01T13:00:00.000Z')], [wanted])
    expect(answered && isDue(answered, now)).toBe(false)
    const [suspended] = cardsOf(handbook, [], [{ ...wanted, suspended: true }])
    expect(suspended && isDue(suspended, now)).toBe(false)
  })

  it('are the same for the same attempts, in whatever order they come', () => {
    const many = fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 2 }),
        score: fc.integer({ min: 0, max: 100 }),
        day: fc.integer({ min: 0, max: 60 }),
      }),
      { minLength: 1, maxLength: 15 },
    )
    fc.assert(
      fc.property(many, (drawn) => {
        const attempts = drawn.map(({ n, score, day }, i) =>
          attempt(id(n), score, new Date(Date.UTC(2026, 0, 1 + day, 8, i)).toISOString()),
        )
        const cards = cardsOf(handbook, attempts, [])
        expect(cardsOf(handbook, [...attempts].reverse(), [])).toEqual(cards)
        for (const { due, last } of cards)
          expect([due.getTime() > 0, last !== undefined]).toEqual([true, true])
      }),
    )
  })
})

describe('cards taken along', () => {
  const cards = cardsOf(handbook, [attempt(id(0), 90, first)], [])

  it('have their formulas as Anki sets them, and their code as it is', () => {
    expect(ankiHtml('Scale by $\\sqrt{d_k}$: $$a < b$$ but not `$x$`.')).toBe(
      '<p>Scale by \\(\\sqrt{d_k}\\): \\[a &lt; b\\] but not <code>$x$</code>.</p>',
    )
    expect(ankiHtml('| a |\n|---|\n| $x_1$ |')).toContain('<td>\\(x_1\\)</td>')
  })

  it('are one line each for Anki', () => {
    const lines = cardsForAnki(cards, 'en').trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[4]?.split('\t')).toHaveLength(4)
    expect(lines[4]).toContain('How does attention-0 work?')
  })

  it('are quoted for CSV, and no cell runs as a formula', () => {
    const [card] = cards
    if (!card) throw new Error('no card')
    const odd = { ...card.question, prompt: { zh: '', en: '=cmd("x"),\n"quoted"' } }
    const csv = cardsAsCsv([{ ...card, question: odd }], 'en')
    expect(csv).toContain('"\'=cmd(""x""),\n""quoted"""')
  })
})
