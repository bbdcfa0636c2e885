import { getLocale, getTranslations } from 'next-intl/server'
import { fewestSpokes, mostSpokes, spokeTitle } from '@/app/ui/spokes'
import { TopicRadar } from '@/app/ui/radar'
import { Table } from '@/app/ui/table'
import { TextLink } from '@/app/ui/text-link'
import { topicTitle } from '@/lib/domain/handbook/pack/pack'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { Progress } from '@/lib/domain/practice/progress'

interface Props {
  readonly topics: Progress['topics']
  readonly handbook: Handbook
}

/** Ability by topic: the radar where it has enough spokes, and the table behind it. */
export async function AbilityByTopic({ topics, handbook }: Props) {
  const t = await getTranslations('progress')
  const locale = await getLocale()
  const named = topics
    .map((own) => ({ ...own, title: topicTitle(handbook, own.topic)[locale] }))
    .sort((a, b) => b.attempts - a.attempts)
  return (
    <section aria-labelledby="ability" className="space-y-6">
      <div className="space-y-1.5">
        <h2 id="ability" className="font-serif text-title font-semibold">
          {t('ability')}
        </h2>
        <p className="measure text-ui text-ink-soft">{t('abilityNote')}</p>
      </div>
      <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-2">
        {named.length >= fewestSpokes && (
          <TopicRadar
            spokes={named.slice(0, mostSpokes).map((own) => ({ ...own, title: spokeTitle(own.title) }))}
          />
        )}
        <Table
          caption={t('ability')}
          head={[t('topic'), t('expected'), t('range'), t('answers'), t('time')]}
          rows={named.map(({ topic, title, expected, low, high, attempts, seconds }) => ({
            key: topic,
            cells: [
              <TextLink key="topic" href={`/practice/${topic}`}>
                {title}
              </TextLink>,
              expected,
              `${low}–${high}`,
              attempts,
              t('minutes', { count: Math.round(seconds / 60) }),
            ],
          }))}
        />
      </div>
    </section>
  )
}
