import { useEffect, useState } from 'react'

const key = (interviewId: string): string => `viva-draft-${interviewId}`

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function write(name: string, text: string): void {
  try {
    if (text) localStorage.setItem(name, text)
    else localStorage.removeItem(name)
  } catch {
    // A full or forbidden storage loses only what a reload would have brought back.
  }
}

export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** Empties the box and keeps what stood in it, until the server has it. */
  readonly hand: () => void
  /** The server has it: a reload need not bring it back. */
  readonly forget: () => void
}

/** The answer that is being written; it survives a reload until the server says that it is saved. */
export function useDraft(interviewId: string): Draft {
  const [text, setText] = useState('')
  // The server knows no draft, so the first picture is of an empty box on both sides.
  useEffect(() => {
    const kept = read(key(interviewId))
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (kept) setText((typed) => typed || kept)
  }, [interviewId])
  return {
    text,
    setText: (next) => {
      setText(next)
      write(key(interviewId), next)
    },
    hand: () => setText(''),
    forget: () => write(key(interviewId), ''),
  }
}
