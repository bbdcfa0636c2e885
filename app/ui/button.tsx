import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonVariant } from './button-style'

interface Props extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant
  /**
   * Work is under way: the button keeps its focus and its place but does nothing. Say what happens in its label
   * ("Starting…").
   */
  readonly pending?: boolean
}

/** A button with a frame. `type` is `button` unless it is said to submit. */
export function Button({ variant = 'secondary', pending = false, className, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={buttonStyle(variant, className)}
    />
  )
}
