'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { TextButton } from '@/app/ui/text-button'

interface Props {
  readonly url: string
  /** Words handed in by the server, so that the page ships no more of them. */
  readonly words: { readonly grade: string; readonly grading: string; readonly failed: string }
}

/** Has an ungraded answer graded again; the page then shows the grade. */
export function RegradeButton({ url, words }: Props) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  const [pending, start] = useTransition()
  const regrade = () =>
    start(async () => {
      const response = await fetch(url, { method: 'POST' }).catch(() => undefined)
      // 409: another tab has had it graded meanwhile.
      const graded = response?.ok === true || response?.status === 409
      start(() => {
        setFailed(!graded)
        if (graded) router.refresh()
      })
    })
  return (
    <span className="no-print inline-flex flex-wrap items-center gap-x-3">
      <TextButton onClick={regrade} disabled={pending} className="-ms-2">
        {pending ? words.grading : words.grade}
      </TextButton>
      <span role="status" className="text-note text-contradicted">
        {failed && !pending && words.failed}
      </span>
    </span>
  )
}
