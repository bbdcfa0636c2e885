import type { ReactNode } from 'react'
import { Checkbox } from './checkbox'

export interface Item {
  readonly id: string
  readonly label: ReactNode
  readonly count?: ReactNode
}

interface Props {
  readonly name: string
  /** Label of the box that ticks them all; it names the group. */
  readonly all: ReactNode
  readonly count?: ReactNode
  readonly items: readonly Item[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Boxes to tick under one that ticks them all and shows when some are. */
export function Checklist({ name, all, count, items, chosen, onChange }: Props) {
  const ticked = items.filter(({ id }) => chosen.has(id)).length
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) if (on) next.add(id)
    for (const id of ids) if (!on) next.delete(id)
    onChange(next)
  }
  return (
    <div role="group" aria-labelledby={`${name}-all`} className="min-w-0">
      <Checkbox
        label={
          <span id={`${name}-all`} className="font-semibold">
            {all}
          </span>
        }
        count={count}
        checked={ticked === items.length}
        indeterminate={ticked > 0 && ticked < items.length}
        onChange={(event) =>
          set(
            items.map(({ id }) => id),
            event.target.checked,
          )
        }
        className="border-b border-edge"
      />
      <ul className="gap-x-8 sm:columns-2">
        {items.map((item) => (
          <li key={item.id} className="break-inside-avoid border-b border-rule">
            <Checkbox
              name={name}
              value={item.id}
              label={item.label}
              count={item.count}
              checked={chosen.has(item.id)}
              onChange={(event) => set([item.id], event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
