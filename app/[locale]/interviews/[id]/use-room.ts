import type { RoomProps } from './room'
import { newTurnId } from './new-turn-id'
import { useAnswerDraft } from './use-answer-draft'
import { useTurn } from './use-turn'
import { unseen, type SentTurn } from './turn-stream'

/** What the room knows and can do: the turn under way, the draft, and the interview's small print as of now. */
export function useRoom({ interview, seen }: Pick<RoomProps, 'interview' | 'seen'>) {
  const { draft, write, sentAs, clear } = useAnswerDraft(interview.id, seen)
  const { state, run, dismiss } = useTurn({
    interviewId: interview.id,
    pending: interview.pendingTurn,
    onSaved: (turn) => turn.kind === 'answer' && clear(),
  })
  const fresh = unseen(state.live, seen)
  // Once the server has drawn everything that streamed in, what it says is newer.
  const ahead = fresh.tail.length + fresh.next.length > 0
  const { status, progress, current } = (ahead && state.print) || interview
  const inReplyTo = current?.moveId

  /** The same text sent again is the same turn, so that it is never answered twice. */
  const answer = (): void => {
    if (state.working) return
    const turnId = draft.turnId ?? newTurnId()
    sentAs(turnId)
    void run({ turnId, kind: 'answer', text: draft.text, inReplyTo })
  }
  const request = (kind: Exclude<SentTurn['kind'], 'answer'>): void =>
    void run({ turnId: newTurnId(), kind, text: '', inReplyTo })
  const again = (): void => {
    const { failure } = state
    if (!failure) return
    // The text may have been changed since it failed.
    if (failure.turn.kind === 'answer' && !failure.saved) answer()
    else void run(failure.turn)
  }
  /** What is lost when this cannot be sent is only time: the turn goes on as it would have. */
  const stop = (): void =>
    void fetch(`/api/interviews/${interview.id}/stop`, { method: 'POST' }).catch(() => undefined)
  return {
    ...{ state, fresh, status, progress, current, answer, request, again, stop },
    draft: {
      text: draft.text,
      write: (text: string) => {
        if (state.failure && !state.failure.saved) dismiss()
        write(text)
      },
    },
  }
}
