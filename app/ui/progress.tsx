interface Props {
  /** What is being counted, for those who don't see the bar. */
  readonly label: string
  readonly value: number
  readonly max: number
  /** How the value is said: "3 of 5". */
  readonly text: string
}

/** How far something is, as ticks on a line: one for each step. Past 30 steps it is one bar. */
export function Progress({ label, value, max, text }: Props) {
  const done = Math.min(value, max)
  const steps = max <= 30 ? Array.from({ length: max }, (_, index) => index < done) : undefined
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={done}
      aria-valuetext={text}
      className="flex h-1 w-full gap-0.5"
    >
      {steps ? (
        steps.map((filled, index) => (
          <span key={index} className={`h-full flex-1 ${filled ? 'bg-ink' : 'bg-rule'}`} />
        ))
      ) : (
        <span className="h-full w-full bg-rule">
          <span className="block h-full bg-ink" style={{ width: `${(done / max) * 100}%` }} />
        </span>
      )}
    </div>
  )
}
