import clsx from 'clsx'
import type { ComponentProps } from 'react'

/** A quiet button that is only its words: hint, skip, try again. Large to touch, small to look at. */
export function TextButton({ className, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(
        'touch inline-flex items-center justify-center gap-1.5 rounded-sm px-2 font-sans text-ui text-ink-soft',
        'underline decoration-edge decoration-1 underline-offset-4 transition-colors duration-150',
        'hover:text-ink hover:decoration-ink disabled:cursor-not-allowed disabled:text-ink-faint disabled:no-underline',
        className,
      )}
    />
  )
}
