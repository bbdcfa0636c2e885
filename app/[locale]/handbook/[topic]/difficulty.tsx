import clsx from 'clsx'

/** Difficulty as five strokes, `level` of them in ink; read out as words. */
export function Difficulty({ level, label }: { readonly level: number; readonly label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex h-3 items-end gap-0.5">
      {[1, 2, 3, 4, 5].map((step) => (
        <span key={step} className={clsx('h-3 w-1', step <= level ? 'bg-ink-soft' : 'bg-rule')} />
      ))}
    </span>
  )
}
