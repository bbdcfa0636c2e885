import { useEffect, useState } from 'react'
import type { Localized } from '@/lib/domain/handbook/language'

export interface TopicEntry {
  readonly id: string
  readonly title: Localized
}

let loading: Promise<readonly TopicEntry[]> | undefined

async function load(): Promise<readonly TopicEntry[]> {
  const response = await fetch('/api/handbook/topics')
  if (!response.ok) throw new Error(`The topics could not be had: ${response.status}`)
  const { topics } = (await response.json()) as { topics: readonly TopicEntry[] }
  return topics
}

/** The topics that have questions, fetched once a visit; none until they are there. */
export function useTopics(): readonly TopicEntry[] {
  const [topics, setTopics] = useState<readonly TopicEntry[]>([])
  useEffect(() => {
    let gone = false
    loading ??= load()
    loading.then(
      (all) => !gone && setTopics(all),
      () => {
        loading = undefined
      },
    )
    return () => {
      gone = true
    }
  }, [])
  return topics
}
