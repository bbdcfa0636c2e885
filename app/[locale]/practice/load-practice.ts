import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { readAttempts } from '@/lib/conduct/read-attempts'
import { readCards } from '@/lib/conduct/review'
import { isDue } from '@/lib/domain/review/card'
import { wire } from '@/lib/wire'

/** What this visitor has answered so far, and the cards that came of it. */
export const loadPractice = cache(async () => {
  const ports = await wire()
  const owner = await visitor()
  const [handbook, attempts, cards] = await Promise.all([
    ports.handbook(owner),
    readAttempts(ports, owner),
    readCards(ports, owner),
  ])
  const now = ports.now()
  return { handbook, attempts, cards, now, due: cards.filter((card) => isDue(card, now)) }
})
