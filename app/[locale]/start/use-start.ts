import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useRouter } from '@/app/i18n/navigation'
import { requestOf, type Draft } from './draft'
import { postInterview, type Posted } from './post-interview'

interface Failure {
  /** The setting that is wrong; left out when it is none of them. */
  readonly field?: string
  readonly text: string
}

/** Starts the interview of a draft, once however often it is asked to, and goes there. */
export function useStart({ onField }: { readonly onField: () => void }) {
  const t = useTranslations('start')
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  // State comes too late for the second of two quick clicks.
  const running = useRef(false)

  const explain = (posted: Exclude<Posted, { ok: true }>): Failure => {
    if (posted.problem === 'topic-gone') return { field: 'topics', text: t('errorTopicGone') }
    if (posted.problem === 'field')
      return { field: posted.field, text: t('errorField', { message: posted.message }) }
    return { text: posted.problem === 'unreachable' ? t('errorNetwork') : t('errorServer') }
  }

  const fail = (reason: Failure) => {
    setFailure(reason)
    if (reason.field === 'topics') onField()
  }

  async function start(draft: Draft): Promise<void> {
    if (running.current) return
    if (draft.topics.length === 0) return fail({ field: 'topics', text: t('errorNoTopic') })
    running.current = true
    setPending(true)
    setFailure(undefined)
    const posted = await postInterview(requestOf(draft))
    // Stays pending on the way to the interview, so that no second one can be started meanwhile.
    if (posted.ok) return router.push(`/interviews/${posted.id}`)
    running.current = false
    setPending(false)
    fail(explain(posted))
    if (posted.problem === 'topic-gone') router.refresh()
  }

  return { pending, failure, start, clear: () => setFailure(undefined) }
}
