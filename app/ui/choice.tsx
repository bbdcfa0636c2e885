import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** One line on what choosing it means. With hints the options stand below each other. */
  readonly hint?: ReactNode
}

interface Props<Value extends string> {
  /** Names the group of radio buttons; unique on the page. */
  readonly name: string
  readonly legend: ReactNode
  readonly legendHidden?: boolean
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  readonly error?: ReactNode
}

/** One of a few: radio buttons that look like a row of words, the chosen one underlined by a thick ink line. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { name, legend, legendHidden, options, value, onChange, disabled, error } = props
  const stacked = options.some((option) => option.hint)
  return (
    <fieldset disabled={disabled} aria-describedby={error ? `${name}-error` : undefined} className="min-w-0">
      <legend className={legendHidden ? 'sr-only' : 'mb-2 font-sans text-ui font-semibold'}>{legend}</legend>
      <div className={stacked ? 'grid gap-px' : 'flex flex-wrap'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'touch relative font-sans text-ui has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
              'has-disabled:cursor-not-allowed has-disabled:text-ink-faint',
              stacked
                ? 'grid grid-cols-[1.25rem_1fr] gap-x-3 border-b border-rule py-2.5 first:pt-0'
                : '-ms-px flex items-center justify-center border border-edge px-4 first:ms-0 first:rounded-s-sm last:rounded-e-sm hover:bg-sheet has-checked:z-1 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-disabled:border-rule has-disabled:has-checked:border-edge has-disabled:has-checked:bg-rule has-disabled:has-checked:text-ink-faint',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className={
                stacked
                  ? 'peer mt-1 size-4.5 appearance-none rounded-full border border-edge outline-none checked:border-[5px] checked:border-ink disabled:border-rule'
                  : 'absolute inset-0 cursor-[inherit] appearance-none outline-none'
              }
            />
            <span>{option.label}</span>
            {option.hint && <span className="col-start-2 text-note text-ink-faint">{option.hint}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} role="alert" className="mt-2 text-ui text-contradicted">
          {error}
        </p>
      )}
    </fieldset>
  )
}
