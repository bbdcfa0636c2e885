import { useTranslations } from 'next-intl'
import { Markdown } from '@/app/ui/markdown'
import type { ReportQuestion } from '@/lib/domain/report/report'

interface Props {
  readonly question: ReportQuestion
  readonly lang: string
}

/** The reference answer and what it rests on. */
export function Reference({ question, lang }: Props) {
  const t = useTranslations('report')
  const { reference, references } = question
  return (
    <section className="min-w-0 xl:border-s xl:border-rule xl:ps-8">
      <h4 className="mb-4 border-b border-edge pb-2 text-ui font-semibold">{t('reference')}</h4>
      <Markdown text={reference} lang={lang} headings={5} className="measure text-ui" />
      {references.length > 0 && (
        <ul className="mt-6 space-y-1 border-t border-rule pt-3 text-note text-ink-faint">
          {references.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
