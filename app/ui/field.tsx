import type { ReactNode } from 'react'

interface Described {
  readonly id: string
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/** The attributes that tie a control to its `Field`: spread them on the control. */
export const fieldControl = ({ id, hint, error }: Described) => ({
  id,
  'aria-invalid': error ? (true as const) : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
})

/** What is wrong with a field, tied to its control by `fieldControl` or `aria-describedby`. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p
      id={`${id}-error`}
      role="alert"
      className="border-s-2 border-contradicted ps-3 text-ui text-contradicted"
    >
      {children}
    </p>
  )
}

interface Props extends Described {
  readonly label: ReactNode
  /** The control, given `fieldControl({ id, hint, error })`. */
  readonly children: ReactNode
}

/** A control with its label above, and its hint or error below. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div className="space-y-2">
      <label htmlFor={id} className="block font-sans text-ui font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-note text-ink-faint">
          {hint}
        </p>
      )}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}
