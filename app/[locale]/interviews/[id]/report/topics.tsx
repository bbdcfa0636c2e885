import { useLocale, useTranslations } from 'next-intl'
import { TopicRadar } from '@/app/ui/radar'
import { fewestSpokes, mostSpokes, spokeTitle } from '@/app/ui/spokes'
import type { Report } from '@/lib/domain/report/report'

/** The score of each topic, as a figure and a line, and where there are enough of them as a radar. */
export function Topics({ topics }: { readonly topics: Report['topics'] }) {
  const t = useTranslations('report')
  const common = useTranslations('common')
  const locale = useLocale()
  const scored = topics.filter(({ score }) => score !== undefined)
  return (
    <section aria-labelledby="topics" className="min-w-0">
      <h2 id="topics" className="border-b border-edge pb-2 text-ui font-semibold">
        {t('byTopic')}
      </h2>
      {scored.length >= fewestSpokes && (
        <TopicRadar
          spokes={scored
            .slice(0, mostSpokes)
            .map(({ title, score = 0 }) => ({ title: spokeTitle(title[locale]), expected: score }))}
        />
      )}
      <ul>
        {topics.map(({ id, title, score, questions }) => (
          <li key={id} className="keep-together border-b border-rule py-3">
            <div className="flex items-baseline justify-between gap-4">
              <span className="font-serif">{title[locale]}</span>
              <span className="figures font-serif font-semibold">
                {score ?? (
                  <span className="font-sans text-note font-normal text-ink-faint">{common('ungraded')}</span>
                )}
              </span>
            </div>
            {score !== undefined && (
              <div aria-hidden className="mt-2 h-0.5 bg-rule print-color-exact">
                <div className="h-full bg-ink" style={{ width: `${score}%` }} />
              </div>
            )}
            <p className="figures mt-1.5 text-note text-ink-faint">
              {t('questionCount', { count: questions })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
