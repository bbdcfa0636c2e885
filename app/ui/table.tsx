import type { ReactNode } from 'react'

interface Props {
  readonly caption: string
  readonly head: readonly ReactNode[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** Figures in columns: the first names the row, the others are numbers and stand right. */
export function Table({ caption, head, rows }: Props) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="figures w-full border-collapse text-ui">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-note text-ink-faint">
            {head.map((cell, column) => (
              <th
                key={column}
                scope="col"
                className={
                  column === 0
                    ? 'py-2 pe-6 text-start font-normal'
                    : 'px-3 py-2 text-end font-normal whitespace-nowrap last:pe-0'
                }
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...numbers] }) => (
            <tr key={key} className="border-b border-rule">
              <th scope="row" className="py-2.5 pe-6 text-start font-normal">
                {name}
              </th>
              {numbers.map((cell, column) => (
                <td key={column} className="px-3 py-2.5 text-end whitespace-nowrap last:pe-0">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
