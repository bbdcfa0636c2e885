import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  readonly children: ReactNode
}

export function Section({ title, children }: Props) {
  return (
    <section className="grid gap-6 border-t border-rule pt-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <h2 className="font-sans text-ui font-semibold">{title}</h2>
      <div className="min-w-0 space-y-8">{children}</div>
    </section>
  )
}
