'use client'

import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ResponsiveContainer,
  type BaseTickContentProps,
} from 'recharts'
import { spokeLines } from './spokes'

export interface Spoke {
  readonly title: string
  readonly expected: number
  /** The range that it lies in; left out where none is known. */
  readonly low?: number
  readonly high?: number
}

function Title({ x, y, textAnchor, payload }: BaseTickContentProps) {
  return (
    <text {...{ x, y, textAnchor }} fill="var(--ink-soft)" fontSize={11}>
      {spokeLines(String(payload.value)).map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : '1.2em'}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/**
 * Scores by topic: the line is the score, dashed lines the range it lies in, a ring every 25 points.
 * A picture of the table beside it, which has the figures.
 */
export function TopicRadar({ spokes }: { readonly spokes: readonly Spoke[] }) {
  const edges = (['low', 'high'] as const).filter((edge) => spokes.some((spoke) => spoke[edge] !== undefined))
  return (
    <div aria-hidden className="keep-together h-72 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <RadarChart data={[...spokes]} outerRadius="54%">
          <PolarGrid stroke="var(--rule)" />
          <PolarAngleAxis dataKey="title" tick={Title} />
          <PolarRadiusAxis domain={[0, 100]} tickCount={5} tick={false} axisLine={false} />
          {edges.map((edge) => (
            <Radar
              key={edge}
              dataKey={edge}
              stroke="var(--edge)"
              strokeDasharray="3 4"
              fill="none"
              isAnimationActive={false}
            />
          ))}
          <Radar
            dataKey="expected"
            stroke="var(--pen-ink)"
            strokeWidth={2}
            fill="var(--pen-ink)"
            fillOpacity={0.08}
            isAnimationActive={false}
          />
        </RadarChart>
      </ResponsiveContainer>
    </div>
  )
}
