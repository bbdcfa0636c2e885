import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { VerdictKind } from '@/lib/domain/grading/grade'
import { VerdictSign } from './verdict'

interface Props {
  readonly verdict: VerdictKind
  /** The key point, or the misconception and its correction. */
  readonly children: ReactNode
  readonly className?: string
}

/** What the examiner writes in the margin: the verdict's sign, and what it is about. Missing points are told this way. */
export function MarginNote({ verdict, children, className }: Props) {
  const t = useTranslations('verdicts')
  return (
    <div className={clsx('grid grid-cols-[1rem_1fr] gap-x-2 font-sans text-note text-ink-soft', className)}>
      <VerdictSign verdict={verdict} className="mt-[0.25em]" />
      <div className="text-pretty">
        <span className="sr-only">{t(verdict)}: </span>
        {children}
      </div>
    </div>
  )
}
