import type { ReactNode } from 'react'

interface Props {
  /** Topic or section. */
  readonly children: ReactNode
  /** Number, date or score at the end of the line. */
  readonly end?: ReactNode
}

/** The small line at the head of a page, as in a book: what it is about, and its number. */
export function RunningHead({ children, end }: Props) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-rule pb-2 font-sans text-note text-ink-faint">
      <span className="min-w-0">{children}</span>
      {end !== undefined && <span className="figures shrink-0">{end}</span>}
    </div>
  )
}
