import clsx from 'clsx'
import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Notes of the examiner; beside the text on wide screens, below it on narrow ones. */
  readonly margin?: ReactNode
  readonly className?: string
}

/** A sheet of answer paper with a ruled margin. */
export function Sheet({ children, margin, className }: Props) {
  return (
    <div className={clsx('rounded-sm border border-rule bg-sheet', className)}>
      <div className={clsx(margin && 'md:grid md:grid-cols-[minmax(0,1fr)_15rem]')}>
        <div className="px-5 py-6 sm:px-8 sm:py-7">{children}</div>
        {margin && (
          <div className="space-y-4 border-t border-rule px-5 py-5 sm:px-8 md:border-s md:border-t-0 md:px-5 md:py-7">
            {margin}
          </div>
        )}
      </div>
    </div>
  )
}
