'use client'

import { useRef, useState } from 'react'
import { useRouter } from '@/app/i18n/navigation'
import { Button } from '@/app/ui/button'
import type { ButtonVariant } from '@/app/ui/button-style'
import { postInterview, type Wanted } from './post-interview'

interface Props {
  readonly settings: Wanted
  readonly variant?: ButtonVariant
  /** Words handed in by the server, so that the page ships no more of them. */
  readonly words: { readonly start: string; readonly starting: string; readonly failed: string }
}

/** Starts an interview that is already decided upon, once however often it is pressed, and goes there. */
export function InterviewButton({ settings, variant, words }: Props) {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  // State comes too late for the second of two quick clicks.
  const running = useRef(false)

  async function start(): Promise<void> {
    if (running.current) return
    running.current = true
    setPending(true)
    setFailed(false)
    const posted = await postInterview(settings)
    if (posted.ok) return router.push(`/interviews/${posted.id}`)
    running.current = false
    setPending(false)
    setFailed(true)
    router.refresh()
  }

  return (
    <span className="no-print inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button variant={variant} pending={pending} onClick={() => void start()}>
        {pending ? words.starting : words.start}
      </Button>
      <span role="status" className="text-note text-contradicted">
        {failed && words.failed}
      </span>
    </span>
  )
}
