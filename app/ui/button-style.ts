import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'secondary'

/** The classes of a button or of a link that looks like one. One primary, in the examiner's red, a page. */
export const buttonStyle = (variant: ButtonVariant, className?: string): string =>
  clsx(
    'touch inline-flex items-center justify-center gap-2 rounded-sm px-5 py-2 text-center font-sans text-ui font-semibold',
    'transition-colors duration-150 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed',
    variant === 'primary'
      ? 'bg-pen text-on-pen hover:bg-pen-pressed active:bg-pen-pressed disabled:bg-ink-faint aria-disabled:bg-ink-faint dark:disabled:text-paper dark:aria-disabled:text-paper'
      : 'border border-edge text-ink hover:border-ink hover:bg-sheet active:bg-rule disabled:border-rule disabled:text-ink-faint aria-disabled:border-rule aria-disabled:text-ink-faint',
    className,
  )
