import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  /** Why there is nothing, and what to do next. */
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** Where something will stand later. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-y border-rule py-8">
      <p className="font-serif text-lead">{title}</p>
      <p className="measure mt-2 text-ui text-ink-soft">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
