import { useEffect, useRef } from 'react'
import { placeOf } from './said'

interface Followed {
  /** The latest question that came while the page was open. */
  readonly question?: string
  /** The latest message that did. */
  readonly newest?: string
}

const placed = (id: string | undefined): HTMLElement | null =>
  id === undefined ? null : document.getElementById(placeOf(id))

/**
 * Keeps what is new in view: a new question at the head of the page, anything else just above the answer sheet.
 * CSS decides whether the page glides there (globals.css). A fresh visit begins at `arrival`, and a reload where
 * it was.
 */
export function useFollow(followed: Followed, arrival: string | undefined): void {
  const { question, newest } = followed
  const before = useRef<Followed>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = { question, newest }
    if (last === undefined) {
      if (window.scrollY === 0) placed(arrival)?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    } else if (question !== last.question) placed(question)?.scrollIntoView({ block: 'start' })
    else if (newest !== last.newest) placed(newest)?.scrollIntoView({ block: 'nearest' })
  }, [question, newest, arrival])
}
