import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/ui/link-button'
import { exportStyle } from './export-style'
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
        <LinkButton href={`/interviews/${id}`} variant="primary" className="mb-6 sm:max-lg:w-auto w-full">
          {t('continue')}
        </LinkButton>
      )}
      <h2 id="exports" className="border-b border-edge pb-2 text-ui font-semibold">
        {t('exports')}
      </h2>
      <ul className="-mt-4">
        <li className="border-b border-rule">
          <PrintButton>{t('print')}</PrintButton>
        </li>
        {(['md', 'json'] as const).map((format) => (
          <li key={format} className="border-b border-rule">
            <a
              href={`/api/interviews/${id}/report?format=${format}`}
              download={`${name}.${format}`}
              className={exportStyle}
            >
              {t(format)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
