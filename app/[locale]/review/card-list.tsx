import { readingPlace } from '@/app/reading-place'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Markdown } from '@/app/ui/markdown'
import { Score } from '@/app/ui/score'
import { TextLink } from '@/app/ui/text-link'
import { bandOf } from '@/lib/domain/grading/band'
import type { Handbook } from '@/lib/domain/handbook/question'
import { isDue, type ReviewCard } from '@/lib/domain/review/card'
import { CardActions } from './card-actions'

interface Props {
  readonly title: string
  readonly cards: readonly ReviewCard[]
  readonly handbook: Handbook
  readonly now: Date
}

async function CardRow({
  card,
  handbook,
  now,
}: Omit<Props, 'title' | 'cards'> & { readonly card: ReviewCard }) {
  const t = await getTranslations('review')
  const locale = await getLocale()
  const format = await getFormatter()
  const { question, due, suspended, last } = card
  const date = format.dateTime(due, { dateStyle: 'medium' })
  const when = isDue(card, now) ? t('dueSince', { date }) : t('dueOn', { date })
  return (
    <li className="space-y-2 border-b border-rule py-5">
      <div className="font-serif text-lead">
        <TextLink href={readingPlace(question.id)}>
          <Markdown text={question.prompt[locale]} className="inline [&>p]:inline" />
        </TextLink>
      </div>
      <p className="figures flex flex-wrap items-baseline gap-x-4 text-note text-ink-faint">
        <TextLink href={`/practice/${question.topic}`}>
          {handbook.topics.get(question.topic)?.title[locale] ?? question.topic}
        </TextLink>
        <span>{suspended ? t('suspendedNow') : when}</span>
        {last && <Score value={last.score} band={bandOf(last.score)} />}
      </p>
      <CardActions
        questionId={question.id}
        suspended={suspended}
        due={isDue(card, now)}
        rating={last?.rating}
      />
    </li>
  )
}

/** Cards with what can be decided about each; nothing where there are none. */
export function CardList({ title, cards, handbook, now }: Props) {
  if (cards.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="border-b border-edge pb-2 text-ui font-semibold">{title}</h2>
      <ul>
        {cards.map((card) => (
          <CardRow key={card.question.id} card={card} handbook={handbook} now={now} />
        ))}
      </ul>
    </section>
  )
}
