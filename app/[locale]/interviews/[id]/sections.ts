import type { Message } from '@/lib/domain/interview/view'

/** One question with all that was said about it so far. */
export interface Section {
  readonly question: Message
  readonly exchange: readonly Message[]
}

/** Cuts an exchange at its questions, as a book is cut at its chapters. */
export function sectionsOf(messages: readonly Message[]): Section[] {
  const sections: { question: Message; exchange: Message[] }[] = []
  for (const message of messages)
    if (message.kind === 'question') sections.push({ question: message, exchange: [] })
    else sections.at(-1)?.exchange.push(message)
  return sections
}
