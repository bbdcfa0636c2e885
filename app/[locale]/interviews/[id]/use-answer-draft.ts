import { useState, useSyncExternalStore } from 'react'
import { noDraft, parseDraft, readDraft, writeDraft, type AnswerDraft } from './draft-store'

const never = () => () => {}

/**
 * The answer that is being written. It survives a reload until the server has it.
 * @param savedTurns ids of turns that the server has: a draft that was sent as one of them is done with
 */
export function useAnswerDraft(interviewId: string, savedTurns: readonly string[]) {
  const kept = useSyncExternalStore(
    never,
    () => readDraft(interviewId),
    () => null,
  )
  const [edited, setEdited] = useState<AnswerDraft>()
  const draft = edited ?? parseDraft(kept, savedTurns)
  const put = (next: AnswerDraft): void => {
    setEdited(next)
    writeDraft(interviewId, next)
  }
  return {
    draft,
    /** What the candidate types; a changed text is another answer. */
    write: (text: string) => put(text === draft.text ? draft : { text }),
    sentAs: (turnId: string) => put({ ...draft, turnId }),
    clear: () => put(noDraft),
  }
}
