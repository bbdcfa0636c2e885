import { useTranslations } from 'next-intl'

interface Props {
  readonly known: number
  readonly seen: number
  readonly questions: number
}

const share = (part: number, whole: number): string => `${whole === 0 ? 0 : (100 * part) / whole}%`

/** How much of a topic is known and seen: a bar, and the same in words. */
export function MasteryBar({ known, seen, questions }: Props) {
  const t = useTranslations('practice')
  return (
    <div className="space-y-1.5">
      <div aria-hidden className="relative h-1 bg-rule print-exact">
        <span className="absolute inset-y-0 start-0 bg-edge" style={{ width: share(seen, questions) }} />
        <span className="absolute inset-y-0 start-0 bg-covered" style={{ width: share(known, questions) }} />
      </div>
      <p className="figures text-note text-ink-faint">{t('knownOf', { known, seen, questions })}</p>
    </div>
  )
}
