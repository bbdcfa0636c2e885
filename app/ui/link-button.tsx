import type { ComponentProps } from 'react'
import { Link } from '@/app/i18n/navigation'
import { buttonStyle, type ButtonVariant } from './button-style'

interface Props extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant
}

/** A link to another page that is the next thing to do. `href` is without the language. */
export function LinkButton({ variant = 'secondary', className, ...rest }: Props) {
  return <Link {...rest} className={buttonStyle(variant, className)} />
}
