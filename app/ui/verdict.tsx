import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { VerdictKind } from '@/lib/domain/grading/grade'

const strokes: Readonly<Record<VerdictKind, string>> = {
  covered: 'M2.5 9.5c1.4 1 2.6 2.4 3.8 4.3C8.7 9.3 11.2 5.9 15.5 2.6',
  partial: 'M2.5 9.5c1.4 1 2.6 2.4 3.8 4.3C8.7 9.3 11.2 5.9 15.5 2.6M9 11.5l5 3.2',
  contradicted: 'M3.5 3.5c3 3.2 7 7.6 11 11M14.5 3.2C10.8 7 7 11.3 3.2 14.8',
  missing: 'M3.5 13.5C5.6 10.4 7.4 7.3 9 4c1.6 3.3 3.4 6.4 5.5 9.5',
}

const inks: Readonly<Record<VerdictKind, string>> = {
  covered: 'text-covered',
  partial: 'text-partial',
  contradicted: 'text-contradicted',
  missing: 'text-missing',
}

/** The examiner's sign for a verdict: tick, half tick, cross, caret. Decoration: say the verdict in words beside it. */
export function VerdictSign({ verdict, className }: { verdict: VerdictKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 18 18"
      aria-hidden
      className={clsx('inline-block size-[1.05em] shrink-0 align-[-0.15em]', inks[verdict], className)}
    >
      <path
        d={strokes[verdict]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** A verdict as sign and word. */
export function Verdict({ verdict }: { verdict: VerdictKind }) {
  const t = useTranslations('verdicts')
  return (
    <span
      className={clsx(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap font-sans text-note',
        inks[verdict],
      )}
    >
      <VerdictSign verdict={verdict} />
      {t(verdict)}
    </span>
  )
}
