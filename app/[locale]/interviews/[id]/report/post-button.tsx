'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { TextButton } from '@/app/ui/text-button'

interface Props {
  readonly url: string
  /** Sent as JSON; nothing when left out. */
  readonly body?: Readonly<Record<string, string>>
  /** Words handed in by the server, so that the page ships no more of them. */
  readonly words: { readonly act: string; readonly acting: string; readonly failed: string }
}

/** Has something done about an answer; the page then shows what came of it. */
export function PostButton({ url, body, words }: Props) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  const [pending, start] = useTransition()
  const act = () =>
    start(async () => {
      const response = await fetch(url, {
        method: 'POST',
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }).catch(() => undefined)
      // 409: another tab has had it done meanwhile.
      const done = response?.ok === true || response?.status === 409
      start(() => {
        setFailed(!done)
        if (done) router.refresh()
      })
    })
  return (
    <span className="no-print inline-flex flex-wrap items-center gap-x-3">
      <TextButton onClick={act} disabled={pending} className="-ms-2">
        {pending ? words.acting : words.act}
      </TextButton>
      <span role="status" className="text-note text-contradicted">
        {failed && !pending && words.failed}
      </span>
    </span>
  )
}
