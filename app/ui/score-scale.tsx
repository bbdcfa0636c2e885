import { useTranslations } from 'next-intl'
import { bandOf, bands } from '@/lib/domain/grading/band'

const points = Array.from({ length: 101 }, (_, score) => score)

/** The bands from the lowest up, each with the scores it begins and ends at. */
const ranges = [...bands].reverse().map((band) => {
  const within = points.filter((score) => bandOf(score) === band)
  const from = within[0] ?? 0
  return { band, from, to: Math.min(100, from + within.length) }
})

interface Props {
  readonly value: number
  readonly uncertainty?: number
}

/** Where a score lies among the bands, and the range it may lie in. A picture of what `Score` says in words. */
export function ScoreScale({ value, uncertainty = 0 }: Props) {
  const t = useTranslations('bands')
  const from = Math.max(0, value - uncertainty)
  const to = Math.min(100, value + uncertainty)
  return (
    <div aria-hidden className="font-sans text-note text-ink-faint">
      <div className="relative h-5 border-b border-edge print-exact">
        <span
          className="absolute bottom-0 h-2 bg-pen-ink/25"
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
        <span
          className="absolute bottom-0 h-4 w-0.5 -translate-x-1/2 bg-pen-ink"
          style={{ left: `${value}%` }}
        />
      </div>
      <div className="flex">
        {ranges.map(({ band, from: start, to: end }) => (
          <span
            key={band}
            style={{ width: `${end - start}%` }}
            className={`border-e border-rule pt-1.5 text-center last:border-e-0 ${bandOf(value) === band ? 'font-semibold text-ink' : ''}`}
          >
            {t(band)}
          </span>
        ))}
      </div>
    </div>
  )
}
