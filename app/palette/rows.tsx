import { Command } from 'cmdk'
import { Children, type ReactNode } from 'react'

interface RowsProps {
  readonly heading: string
  readonly children: ReactNode
}

/** A group of rows; nothing while it has none. */
export function Rows({ heading, children }: RowsProps) {
  if (Children.toArray(children).length === 0) return null
  return (
    <Command.Group
      heading={heading}
      className="pt-3 **:[[cmdk-group-heading]]:px-5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-note **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  )
}

interface RowProps {
  readonly id: string
  readonly onSelect: () => void
  /** At the end of the line. */
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** One thing to choose. */
export function Row({ id, onSelect, end, children }: RowProps) {
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-4 border-s-2 border-transparent px-5 py-2 text-ui data-[selected=true]:border-ink data-[selected=true]:bg-paper"
    >
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">{children}</span>
      {end !== undefined && <span className="shrink-0 text-note text-ink-faint max-sm:hidden">{end}</span>}
    </Command.Item>
  )
}
