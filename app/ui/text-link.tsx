import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { Link } from '@/app/i18n/navigation'

/** A link inside text or on its own line. `href` is without the language. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={clsx(
        'rounded-sm underline decoration-edge decoration-1 underline-offset-4 transition-colors duration-150 hover:decoration-ink',
        className,
      )}
    />
  )
}
