import clsx from 'clsx'
import type { ComponentProps } from 'react'

/** The answer sheet: serif, wide and calm; grows with what is written (`min-h-*` and `max-h-*` by `className`). */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={4}
      {...rest}
      className={clsx(
        'field-sizing-content block w-full resize-none rounded-sm border border-edge bg-sheet px-4 py-3',
        'font-serif text-body text-ink placeholder:text-ink-faint',
        'focus-visible:border-ink focus-visible:outline-1 focus-visible:outline-offset-0',
        'read-only:bg-paper disabled:cursor-not-allowed disabled:border-rule disabled:text-ink-faint aria-invalid:border-contradicted',
        className,
      )}
    />
  )
}
