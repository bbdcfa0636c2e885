import type { ReactNode } from 'react'

interface Props {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}

/** Something that is there when it is wanted. Works without JavaScript; print opens it (print.css). */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details open={open} className="group disclosure">
      <summary className="touch flex list-none items-center gap-2 font-sans text-ui text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="w-3 text-center text-ink-faint">
          <span className="group-open:hidden">+</span>
          <span className="hidden group-open:inline">−</span>
        </span>
        <span>{summary}</span>
      </summary>
      <div className="ps-5 pt-1 pb-3">{children}</div>
    </details>
  )
}
