import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  /** What became of the user's work, and what to do. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Something went wrong. Read out at once when it appears. */
export function ErrorNote({ title, children, action }: Props) {
  return (
    <div role="alert" className="border-s-2 border-contradicted py-1 ps-4 font-sans text-ui">
      <p className="font-semibold text-contradicted">{title}</p>
      {children && <div className="measure mt-1 text-ink-soft">{children}</div>}
      {action && <div className="mt-1 -ms-2">{action}</div>}
    </div>
  )
}
