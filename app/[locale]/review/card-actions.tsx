'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState, useTransition } from 'react'
import { TextButton } from '@/app/ui/text-button'
import { ratings, type ReviewRating } from '@/lib/domain/review/rating'

interface Props {
  readonly questionId: string
  readonly suspended: boolean
  readonly due: boolean
  /** Of the latest attempt; absent when there is none. */
  readonly rating?: ReviewRating
}

/** Sends one decision about a card; the page then shows what came of it. */
function useChange(questionId: string) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  const [pending, start] = useTransition()
  const change = (decision: Readonly<Record<string, boolean | string>>) =>
    start(async () => {
      const response = await fetch('/api/cards', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ questionId, ...decision }),
      }).catch(() => undefined)
      start(() => {
        setFailed(!response?.ok)
        router.refresh()
      })
    })
  return { change, pending, failed }
}

/** What can be decided about a card by hand: its rating, out of the queue or back in, due today. */
export function CardActions({ questionId, suspended, due, rating }: Props) {
  const t = useTranslations('review')
  const { change, pending, failed } = useChange(questionId)
  const id = useId()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ui" aria-busy={pending}>
      {rating && (
        <span className="inline-flex items-center gap-2">
          <label htmlFor={id} className="text-note text-ink-faint">
            {t('rated')}
          </label>
          <select
            id={id}
            value={rating}
            disabled={pending}
            onChange={(event) => change({ rating: event.target.value })}
            className="touch rounded-sm border border-edge bg-sheet px-2 text-ui"
          >
            {ratings.map((own) => (
              <option key={own} value={own}>
                {t(`ratings.${own}`)}
              </option>
            ))}
          </select>
        </span>
      )}
      <TextButton disabled={pending} onClick={() => change({ suspended: !suspended })}>
        {t(suspended ? 'resume' : 'suspend')}
      </TextButton>
      {!due && !suspended && (
        <TextButton disabled={pending} onClick={() => change({ wanted: true })}>
          {t('askSoon')}
        </TextButton>
      )}
      <span role="status" className="text-note text-contradicted">
        {failed && !pending && t('failed')}
      </span>
    </div>
  )
}
