'use client'

import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'

export interface DayScore {
  readonly day: string
  readonly score: number
}

/** Mean score by day. A picture of the table. */
export function ScoreLine({ days }: { readonly days: readonly DayScore[] }) {
  const tick = { fill: 'var(--ink-faint)', fontSize: 12 }
  return (
    <div aria-hidden className="h-64 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...days]} margin={{ top: 12, right: 16, bottom: 4, left: -16 }}>
          <CartesianGrid stroke="var(--rule)" vertical={false} />
          <XAxis dataKey="day" tick={tick} tickLine={false} stroke="var(--edge)" minTickGap={32} />
          <YAxis domain={[0, 100]} tickCount={5} tick={tick} tickLine={false} axisLine={false} />
          <Line
            dataKey="score"
            stroke="var(--ink)"
            strokeWidth={2}
            dot={{ r: 3, fill: 'var(--paper)', stroke: 'var(--ink)' }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
