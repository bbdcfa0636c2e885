/** An answer that is being written, kept in this browser until the server has it. */
export interface AnswerDraft {
  readonly text: string
  /** The turn that it was last sent as: sending the same text again is the same turn. */
  readonly turnId?: string
}

export const noDraft: AnswerDraft = { text: '' }

const keyOf = (interviewId: string): string => `viva.draft.${interviewId}`

/** Reads a kept draft; what the server already has, or what cannot be read, is no draft. */
export function parseDraft(kept: string | null, savedTurns: readonly string[]): AnswerDraft {
  if (kept === null) return noDraft
  try {
    const { text, turnId } = JSON.parse(kept) as { text?: unknown; turnId?: unknown }
    if (typeof text !== 'string') return noDraft
    if (typeof turnId !== 'string') return { text }
    return savedTurns.includes(turnId) ? noDraft : { text, turnId }
  } catch {
    return noDraft
  }
}

// Storage may be forbidden or full: then a draft lives as long as its page.
export function readDraft(interviewId: string): string | null {
  try {
    return localStorage.getItem(keyOf(interviewId))
  } catch {
    return null
  }
}

export function writeDraft(interviewId: string, draft: AnswerDraft): void {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(interviewId))
    else localStorage.setItem(keyOf(interviewId), JSON.stringify(draft))
  } catch {
    // See above.
  }
}
