import { getLocale } from 'next-intl/server'
import { TextLink } from '@/app/ui/text-link'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { TopicMastery } from '@/lib/domain/practice/mastery'
import { MasteryBar } from './mastery-bar'

interface Props {
  readonly handbook: Handbook
  readonly mastery: readonly TopicMastery[]
}

/** The topics that have questions, by part, each with what is known of it. */
export async function TopicList({ handbook, mastery }: Props) {
  const locale = await getLocale()
  const byTopic = new Map(mastery.map((own) => [own.topic, own]))
  const parts = handbook.parts
    .map(({ id, title, topics }) => ({
      ...{ id, title },
      topics: topics.flatMap((topic) => {
        const own = byTopic.get(topic.id)
        return own && own.questions > 0 ? [{ ...own, title: topic.title }] : []
      }),
    }))
    .filter(({ topics }) => topics.length > 0)
  return (
    <div className="space-y-12">
      {parts.map(({ id, title, topics }) => (
        <section key={id} aria-labelledby={`part-${id}`}>
          <h2 id={`part-${id}`} className="border-b border-edge pb-2 text-ui font-semibold">
            {title[locale]}
          </h2>
          <ul className="grid gap-x-12 sm:grid-cols-2 lg:grid-cols-3">
            {topics.map(({ topic, ...own }) => (
              <li key={topic} className="relative border-b border-rule py-4 hover:bg-sheet">
                <TextLink
                  href={`/practice/${topic}`}
                  className="mb-2 block font-serif text-lead after:absolute after:inset-0"
                >
                  {own.title[locale]}
                </TextLink>
                <MasteryBar {...own} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
