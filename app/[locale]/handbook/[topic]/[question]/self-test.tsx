'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Checkbox } from '@/app/ui/checkbox'
import { VerdictSign } from '@/app/ui/verdict'

interface Point {
  readonly id: string
  readonly weight: number
  readonly claim: ReactNode
}

const weights = { 3: 'must', 2: 'should', 1: 'nice' } as const

/** The key points, to be ticked by whoever has answered: the examiner's tick for what was said, the caret for the rest. */
export function SelfTest({ points }: { readonly points: readonly Point[] }) {
  const t = useTranslations('selfTest')
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setSaid((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const count = points.length
  return (
    <div className="space-y-3">
      <p className="text-note text-ink-faint">{t('tickHint')}</p>
      <ol className="border-t border-rule">
        {points.map(({ id, claim, weight }) => (
          <li key={id} className="border-b border-rule">
            <Checkbox
              checked={said.has(id)}
              onChange={() => toggle(id)}
              label={
                <span className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4">
                  {claim}
                  <span className="inline-flex items-baseline gap-2 text-note text-ink-faint">
                    {t(weights[weight as 1 | 2 | 3] ?? 'should')}
                    {said.size > 0 && <VerdictSign verdict={said.has(id) ? 'covered' : 'missing'} />}
                  </span>
                </span>
              }
            />
          </li>
        ))}
      </ol>
      <p role="status" className="min-h-6 text-ui text-ink-soft">
        {said.size > 0 &&
          (said.size === count ? t('tallyAll', { count }) : t('tally', { had: said.size, count }))}
      </p>
    </div>
  )
}
