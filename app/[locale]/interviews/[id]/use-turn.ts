import { useEffect, useReducer, useRef, useState } from 'react'
import { useRouter } from '@/app/i18n/navigation'
import type { Turn } from '@/lib/domain/interview/decide'
import type { InterviewView, Message } from '@/lib/domain/interview/view'
import { postTurn, type Refusal } from './post-turn'
import { emptyTurn, readChunk, type Chunk, type LiveMessage, type LiveTurn } from './turn-stream'

type Kind = Turn['kind']

/** The turns that were taken since the page was loaded, the last of which may still be streaming. */
interface Live {
  readonly done: readonly LiveMessage[]
  readonly turn: LiveTurn
  readonly status: Pick<InterviewView, 'status' | 'current' | 'progress'>
}

type Action =
  { type: 'begin'; message?: Message } | { type: 'chunk'; chunk: Chunk } | { type: 'drop'; turnId: string }

function withFeedback(messages: readonly LiveMessage[], { feedback }: LiveTurn): readonly LiveMessage[] {
  return messages.map((m) => (feedback?.turnId === m.id ? { ...m, feedback: feedback.grade } : m))
}

function reduce(live: Live, action: Action): Live {
  switch (action.type) {
    case 'begin': {
      const said = action.message ? [{ ...action.message, complete: true }] : []
      return { ...live, done: [...live.done, ...live.turn.messages, ...said], turn: emptyTurn }
    }
    case 'chunk': {
      const turn = readChunk(live.turn, action.chunk)
      return { done: withFeedback(live.done, turn), turn, status: turn.interview ?? live.status }
    }
    case 'drop':
      return { ...live, done: live.done.filter(({ id }) => id !== action.turnId), turn: emptyTurn }
  }
}

/** Refusals after which the text goes back into the box: nothing of the turn was taken. */
const notTaken: readonly Refusal[] = ['moved-on', 'closed', 'too-large', 'gone']

/**
 * Takes turns and draws their streams. A turn that may have been saved keeps its id, so that sending it again
 * joins it instead of answering twice.
 */
export function useTurn(view: InterviewView, onSaved: () => void) {
  const router = useRouter()
  const { status, current, progress } = view
  const [live, dispatch] = useReducer(reduce, {
    done: [],
    turn: emptyTurn,
    status: { status, current, progress },
  })
  const [refusal, setRefusal] = useState<Refusal>()
  const [pending, setPending] = useState<Turn>()
  const running = useRef(false)

  async function run(turn: Turn): Promise<Refusal | undefined> {
    if (running.current) return undefined
    running.current = true
    setPending(turn)
    setRefusal(undefined)
    const failed = await postTurn(view.id, turn, (chunk) => {
      if (chunk.type === 'data-phase') onSaved()
      dispatch({ type: 'chunk', chunk })
    })
    running.current = false
    if (failed && notTaken.includes(failed)) dispatch({ type: 'drop', turnId: turn.turnId })
    if (!failed || notTaken.includes(failed)) setPending(undefined)
    if (failed === 'moved-on' || failed === 'closed') router.refresh()
    setRefusal(failed)
    return failed
  }

  const send = (kind: Kind, text = ''): Promise<Refusal | undefined> => {
    const turn: Turn = { turnId: crypto.randomUUID(), kind, text, inReplyTo: live.status.current?.moveId }
    const at = new Date().toISOString()
    dispatch({ type: 'begin', message: { id: turn.turnId, role: 'candidate', kind, text, at } })
    return run(turn)
  }

  // A reload in the middle of a turn joins it again: it was saved under this id and goes on regardless.
  const rejoined = useRef(false)
  useEffect(() => {
    if (!view.pendingTurn || rejoined.current) return
    rejoined.current = true
    void run(view.pendingTurn)
  })

  const known = new Set(view.messages.map(({ id }) => id))
  const messages = [...live.done, ...live.turn.messages].filter(({ id }) => !known.has(id))
  const busy = pending !== undefined && refusal === undefined
  return { messages, live, refusal, busy, send, retry: () => pending && run(pending) }
}
