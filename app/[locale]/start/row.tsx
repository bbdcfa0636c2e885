import type { ReactNode, Ref } from 'react'

interface Props {
  readonly title: ReactNode
  readonly children: ReactNode
  /** Lets the row take the focus when something in it is wrong. */
  readonly ref?: Ref<HTMLDivElement>
}

/** One line of the form: what it is about at the left, the choice beside it. */
export function Row({ title, children, ref }: Props) {
  return (
    <div
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      className="grid gap-x-8 gap-y-3 border-t border-rule py-7 outline-none md:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <h2 className="text-ui font-semibold">{title}</h2>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
