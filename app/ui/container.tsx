import clsx from 'clsx'
import type { ReactNode } from 'react'

interface Props {
  /** `text` is one column to read; `wide` has room for a margin beside it. */
  readonly width: 'text' | 'wide'
  readonly className?: string
  readonly children: ReactNode
}

/** The page's column inside the shell, with its space above and at the sides. */
export function Container({ width, className, children }: Props) {
  return (
    <div
      className={clsx('mx-auto px-5 pt-10 sm:px-8 sm:pt-14', width === 'text' ? 'max-w-3xl' : 'max-w-6xl')}
    >
      <div className={className}>{children}</div>
    </div>
  )
}
