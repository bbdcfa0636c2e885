'use client'

import { ActivityCalendar, type Activity } from 'react-activity-calendar'

interface Props {
  readonly data: Activity[]
  readonly labels: {
    readonly months: string[]
    readonly weekdays: string[]
    readonly totalCount: string
    readonly legend: { readonly less: string; readonly more: string }
  }
}

const shades = [
  'var(--rule)',
  ...[28, 50, 74, 100].map((n) => `color-mix(in srgb, var(--ink) ${n}%, var(--paper))`),
]

/** The last year day by day: the darker, the more was answered. A picture of the table. */
export function DayCalendar({ data, labels }: Props) {
  return (
    <div aria-hidden className="overflow-x-auto pb-2">
      <ActivityCalendar
        data={data}
        labels={labels}
        theme={{ light: shades, dark: shades }}
        blockSize={11}
        blockMargin={3}
        blockRadius={1}
        fontSize={12}
      />
    </div>
  )
}
