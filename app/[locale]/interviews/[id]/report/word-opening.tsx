'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** Has the opening worded while the composed one is read already; nothing is shown if that fails. */
export function WordOpening({ interviewId }: { readonly interviewId: string }) {
  const router = useRouter()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void fetch(`/api/interviews/${interviewId}/report/opening`, { method: 'POST' })
      .then((response) => {
        if (response.ok) router.refresh()
      })
      .catch(() => undefined)
  }, [interviewId, router])
  return null
}
