'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/app/ui/button'

interface Props {
  readonly questionIds: readonly string[]
  /** Words handed in by the server, so that the page ships no more of them. */
  readonly words: { readonly act: string; readonly done: string; readonly failed: string }
}

const makeDue = async (questionId: string): Promise<boolean> => {
  const response = await fetch('/api/cards', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ questionId, wanted: true }),
  }).catch(() => undefined)
  return response?.ok === true
}

/** Makes questions review cards that are due today, all with one press. */
export function ReviewSoon({ questionIds, words }: Props) {
  const [outcome, setOutcome] = useState<'done' | 'failed'>()
  const [pending, start] = useTransition()
  const act = () =>
    start(async () => {
      const all = await Promise.all(questionIds.map(makeDue))
      start(() => setOutcome(all.every(Boolean) ? 'done' : 'failed'))
    })
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      {outcome !== 'done' && (
        <Button pending={pending} onClick={act}>
          {words.act}
        </Button>
      )}
      <span role="status" className="text-ui text-ink-soft">
        {outcome && words[outcome]}
      </span>
    </span>
  )
}
