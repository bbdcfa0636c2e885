import { useEffect, useState } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import { fetchHits, type Hit } from './fetch-hits'

/** How long typing must rest before it is searched, milliseconds. */
const rest = 70

export interface Hits {
  readonly hits: readonly Hit[]
  /** What they were found for. */
  readonly query: string
  readonly failed: boolean
}

const none: Hits = { hits: [], query: '', failed: false }

/** Questions for what is typed. The request before is given up; its hits stay until the new ones are there. */
export function useHits(text: string, language: Language): Hits {
  const query = text.trim()
  const [found, setFound] = useState(none)
  useEffect(() => {
    if (query === '') return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      fetchHits(query, language, controller.signal).then(
        (hits) => setFound({ hits, query, failed: false }),
        () => {
          if (!controller.signal.aborted) setFound({ hits: [], query, failed: true })
        },
      )
    }, rest)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [query, language])
  return query === '' ? none : found
}
