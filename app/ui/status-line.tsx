import clsx from 'clsx'
import type { ReactNode } from 'react'

interface Props {
  /** What happens now: "Reading your answer". Empty when nothing does. */
  readonly children?: ReactNode
  /** How many of `steps` are done; leave both out when there is nothing to count. */
  readonly done?: number
  readonly steps?: number
}

/** Says what is happening, with the steps it has. Nothing turns or pulses: the words change when the work does. */
export function StatusLine({ children, done = 0, steps = 0 }: Props) {
  return (
    <p role="status" className="flex min-h-6 items-center gap-3 font-sans text-ui text-ink-soft">
      {children && steps > 0 && (
        <span aria-hidden className="flex gap-1">
          {Array.from({ length: steps }, (_, index) => (
            <span
              key={index}
              className={clsx(
                'h-0.5 w-5 transition-colors duration-200',
                index < done ? 'bg-ink' : index === done ? 'bg-edge' : 'bg-rule',
              )}
            />
          ))}
        </span>
      )}
      {children}
    </p>
  )
}
