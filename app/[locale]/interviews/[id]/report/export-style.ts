/** A line in the list of exports. */
export const exportStyle =
  'touch flex w-full items-center rounded-sm text-start font-sans text-ui text-ink-soft hover:text-ink hover:underline underline-offset-4'
