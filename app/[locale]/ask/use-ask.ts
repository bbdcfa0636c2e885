import { useEffect, useState } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import { postQuestion, type Reply } from './post-question'

/** A question that was sent off; asking the same again is another one. */
interface Wanted {
  readonly question: string
}

export type Asked =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' | 'failed'; readonly question: string }
  | { readonly state: 'answered'; readonly question: string; readonly reply: Reply }

/** One question at a time: a new one gives up the one before. `first` is asked at once; empty for none. */
export function useAsk(language: Language, first: string) {
  const [wanted, setWanted] = useState<Wanted | undefined>(first === '' ? undefined : { question: first })
  const [got, setGot] = useState<{ readonly of: Wanted; readonly reply: Reply | undefined }>()
  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    postQuestion(wanted.question, language, controller.signal).then((reply) => {
      if (!controller.signal.aborted) setGot({ of: wanted, reply })
    })
    return () => controller.abort()
  }, [wanted, language])

  const asked = (): Asked => {
    if (!wanted) return { state: 'idle' }
    const { question } = wanted
    if (got?.of !== wanted) return { state: 'asking', question }
    return got.reply ? { state: 'answered', question, reply: got.reply } : { state: 'failed', question }
  }
  return { asked: asked(), ask: (question: string) => setWanted({ question }) }
}
