import clsx from 'clsx'
import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode
  /** A figure at the end of the line. */
  readonly count?: ReactNode
  readonly indeterminate?: boolean
}

/** A box to tick, with its label and at the line's end a count. */
export function Checkbox({ label, count, indeterminate = false, className, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <label
      className={clsx(
        'touch group flex items-baseline gap-3 py-2.5 font-sans text-ui has-disabled:cursor-not-allowed has-disabled:text-ink-faint',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
        className,
      )}
    >
      <span className="relative size-4.5 shrink-0 translate-y-[0.18em]">
        <input
          {...rest}
          ref={box}
          type="checkbox"
          className="peer absolute inset-0 size-full appearance-none rounded-sm border border-edge bg-sheet outline-none checked:border-ink checked:bg-ink indeterminate:border-ink group-hover:border-ink disabled:border-rule"
        />
        <svg
          viewBox="0 0 18 18"
          aria-hidden
          className="pointer-events-none absolute inset-0 hidden fill-none stroke-paper stroke-2 peer-checked:block"
        >
          <path d="M4 9.5 7.5 13 14 5" />
        </svg>
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-1 top-1/2 hidden h-0.5 -translate-y-1/2 bg-ink peer-indeterminate:block"
        />
      </span>
      <span className="min-w-0 flex-1">{label}</span>
      {count !== undefined && <span className="figures text-note text-ink-faint">{count}</span>}
    </label>
  )
}
