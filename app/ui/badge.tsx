import type { ReactNode } from 'react'

/** A word that says what kind of thing stands beside it. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm border border-rule px-1.5 font-sans text-note whitespace-nowrap text-ink-soft">
      {children}
    </span>
  )
}
