import { useLocale, useTranslations } from 'next-intl'
import { Table } from '@/app/ui/table'
import type { Comparison as Changes } from '@/lib/domain/report/compare'
import type { Report } from '@/lib/domain/report/report'

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '±0')

interface Props {
  readonly report: Pick<Report, 'questions' | 'topics' | 'language'>
  readonly changes: Changes
}

/** What became better or worse since earlier interviews; nothing where there were none on the same topics. */
export function Comparison({ report, changes }: Props) {
  const t = useTranslations('report')
  const locale = useLocale()
  if (changes.topics.length === 0) return null
  const titles = new Map(report.topics.map(({ id, title }) => [id, title[locale]]))
  const prompts = new Map(report.questions.map(({ questionId, prompt }) => [questionId, prompt]))
  const columns = [t('before'), t('now'), t('change')]
  return (
    <section aria-labelledby="comparison" className="space-y-6">
      <div className="space-y-2">
        <h2 id="comparison" className="font-serif text-title font-semibold">
          {t('comparison')}
        </h2>
        <p className="measure text-ui text-ink-soft">{t('comparisonLead')}</p>
      </div>
      <Table
        caption={t('byTopic')}
        head={[t('byTopic'), ...columns]}
        rows={changes.topics.map(({ topic, before, now }) => ({
          key: topic,
          cells: [titles.get(topic) ?? topic, before, now, signed(now - before)],
        }))}
      />
      {changes.questions.length > 0 && (
        <Table
          caption={t('sameQuestions')}
          head={[t('sameQuestions'), ...columns]}
          rows={changes.questions.map(({ questionId, before, now }) => ({
            key: questionId,
            cells: [
              <span key="prompt" lang={report.language}>
                {prompts.get(questionId)}
              </span>,
              before,
              now,
              signed(now - before),
            ],
          }))}
        />
      )}
    </section>
  )
}
