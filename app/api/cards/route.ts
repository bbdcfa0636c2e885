import { guestOf, guestOrNew } from '@/app/api/guest'
import { handle } from '@/app/api/handle'
import { invalid, problem } from '@/app/api/problem'
import { readBody, refuseForeign } from '@/app/api/request'
import { changeCard, readCards } from '@/lib/conduct/review'
import { isDue, type ReviewCard } from '@/lib/domain/review/card'
import { cardsAsCsv, cardsForAnki } from '@/lib/domain/review/card-exports'
import { wire } from '@/lib/wire'
import { cardChange, cardQuery } from './schema'

const asJson = (card: ReviewCard, now: Date) => {
  const { question, due, suspended, reviews, lapses, stability, last } = card
  return {
    ...{ questionId: question.id, topic: question.topic, due: due.toISOString() },
    ...{ isDue: isDue(card, now), suspended, reviews, lapses },
    ...(stability !== undefined && { stabilityDays: stability }),
    ...(last && { last: { score: last.score, rating: last.rating } }),
  }
}

const file = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

/** The visitor's review cards: as JSON, as CSV, or as a text file that Anki imports. */
export const GET = handle(async (request: Request) => {
  const query = cardQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return invalid(query.error)
  const { format, language } = query.data
  const ports = await wire()
  const cards = await readCards(ports, await guestOf(request))
  if (format === 'csv') return file(cardsAsCsv(cards, language), 'text/csv', 'viva-cards.csv')
  if (format === 'anki') return file(cardsForAnki(cards, language), 'text/plain', 'viva-cards.txt')
  const now = ports.now()
  return Response.json(
    { due: cards.filter((card) => isDue(card, now)).length, cards: cards.map((card) => asJson(card, now)) },
    { headers: { 'cache-control': 'no-store' } },
  )
})

/** Changes a card by hand: suspends it or takes it back, makes it due now, or rates its last attempt otherwise. */
export const PATCH = handle(async (request: Request) => {
  const foreign = refuseForeign(request)
  if (foreign) return foreign
  const body = await readBody(request, cardChange)
  if (!body.ok) return body.response
  const guest = await guestOrNew(request)
  const outcome = await changeCard(await wire(), guest.id, body.value)
  const { questionId } = body.value
  if (outcome === 'unknown-question') return problem(outcome, `The handbook has no question "${questionId}".`)
  if (outcome === 'not-attempted')
    return problem('not-graded', `"${questionId}" has not been answered yet, so there is nothing to rate.`)
  return Response.json(
    { questionId },
    { headers: { 'cache-control': 'no-store', ...(guest.setCookie && { 'set-cookie': guest.setCookie }) } },
  )
})
