import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { Band } from '@/lib/domain/grading/band'

interface Props {
  /** 0 to 100, whole points; left out when nothing was graded. */
  readonly value?: number
  /** Half the width of the range that the score may lie in, points. */
  readonly uncertainty?: number
  readonly band?: Band
  /** `large` once a page; `small` stands in lists. */
  readonly size?: 'large' | 'small'
}

/** A score as an examiner writes it: the figure over two red lines, with its band and range. "Ungraded" is never 0. */
export function Score({ value, uncertainty, band, size = 'small' }: Props) {
  const t = useTranslations('common')
  const bands = useTranslations('bands')
  const large = size === 'large'
  if (value === undefined) return <span className="font-sans text-ui text-ink-faint">{t('ungraded')}</span>
  const from = Math.max(0, value - (uncertainty ?? 0))
  const to = Math.min(100, value + (uncertainty ?? 0))
  return (
    <span className={clsx('figures inline-flex', large ? 'items-end gap-5' : 'items-baseline gap-2.5')}>
      <span
        className={clsx(
          'border-b-3 border-double border-pen-ink font-serif leading-none',
          large ? 'px-1 pb-1.5 text-[4.5rem] font-medium tracking-tight' : 'pb-px text-lead font-semibold',
        )}
      >
        {value}
        <span className="sr-only"> {t('ofHundred')}</span>
      </span>
      <span className={clsx('font-sans', large ? 'flex flex-col pb-0.5' : 'text-note text-ink-soft')}>
        {band && (
          <span className={large ? 'font-serif text-lead font-semibold' : undefined}>{bands(band)}</span>
        )}
        {large && from !== to && <span className="text-note text-ink-faint">{t('range', { from, to })}</span>}
      </span>
    </span>
  )
}
