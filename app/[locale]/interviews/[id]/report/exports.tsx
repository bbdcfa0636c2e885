import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/app/ui/button-style'
import { LinkButton } from '@/app/ui/link-button'
import { PrintButton } from './print-button'

interface Props {
  readonly id: string
  /** The interview still runs: going on with it comes first. */
  readonly active: boolean
}

/** Ways to take the report along. */
export function Exports({ id, active }: Props) {
  const t = useTranslations('report')
  const name = `viva-${id.slice(0, 8)}`
  return (
    <section aria-labelledby="exports" className="no-print space-y-4">
      {active && (
        <LinkButton href={`/interviews/${id}`} variant="primary" className="w-full">
          {t('continue')}
        </LinkButton>
      )}
      <h2 id="exports" className="border-b border-edge pb-2 text-ui font-semibold">
        {t('exports')}
      </h2>
      <div className="flex flex-wrap gap-2">
        <PrintButton>{t('print')}</PrintButton>
        {(['md', 'json'] as const).map((format) => (
          <a
            key={format}
            href={`/api/interviews/${id}/report?format=${format}`}
            download={`${name}.${format}`}
            className={buttonStyle('secondary')}
          >
            {t(format)}
          </a>
        ))}
      </div>
    </section>
  )
}
