import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useRef } from 'react'
import { postUntilDone } from './post-turn'
import { idle, turnStream, type FailureKind, type SentTurn } from './turn-stream'

const now = (): string => new Date().toISOString()

/** After these the server knows more than this page, or the page would only show that it cannot be reached. */
const stale: readonly (FailureKind | undefined)[] = [undefined, 'moved-on', 'closed', 'gone']

interface Options {
  readonly interviewId: string
  /** A turn that was saved before the page was loaded and is still being worked on. */
  readonly pending?: SentTurn
  readonly onSaved: (turn: SentTurn) => void
}

/** Takes turns, one at a time, and draws their streams; when one is over the page is fetched anew. */
export function useTurn({ interviewId, pending, onSaved }: Options) {
  const router = useRouter()
  const [state, dispatch] = useReducer(turnStream, idle)
  const running = useRef(false)

  async function run(turn: SentTurn): Promise<void> {
    if (running.current) return
    running.current = true
    dispatch({ type: 'send', turn, at: now() })
    let saved = false
    const failed = await postUntilDone(interviewId, turn, (chunk) => {
      dispatch({ type: 'chunk', chunk, at: now() })
      if (saved || chunk.type !== 'phase') return
      saved = true
      onSaved(turn)
    })
    running.current = false
    dispatch(failed ? { type: 'fail', kind: failed } : { type: 'done' })
    if (stale.includes(failed)) router.refresh()
  }

  const rejoined = useRef(false)
  useEffect(() => {
    if (!pending || rejoined.current) return
    rejoined.current = true
    void run(pending)
  })

  return { state, run, dismiss: () => dispatch({ type: 'dismiss' }) }
}
