/** Where a sentence ends for sure: a stop with something after it, or the end of a line. Dots within numbers stay. */
const end = /[。！？!?]+[”"’』」)）]*|\.["”’)]*(?=\s)|\n+/g

/** Cuts a text that comes in pieces into its sentences. */
export interface SentenceStream {
  /** The sentences that this piece has made whole, trimmed. */
  push(piece: string): string[]
  /** What is left when nothing more comes. */
  rest(): string
}

/** A stretch that grows so long without a stop is handed on as it is, characters: nothing waits for ever. */
const longest = 400

export function sentenceStream(): SentenceStream {
  let held = ''
  return {
    push(piece) {
      held += piece
      const whole: string[] = []
      let from = 0
      for (const { 0: stop, index } of held.matchAll(end)) {
        // More of the stop may be on its way.
        if (index + stop.length === held.length && !stop.includes('\n')) break
        whole.push(held.slice(from, index + stop.length))
        from = index + stop.length
      }
      held = held.slice(from)
      if (held.length > longest) {
        whole.push(held)
        held = ''
      }
      return whole.map((sentence) => sentence.trim()).filter(Boolean)
    },
    rest() {
      const rest = held.trim()
      held = ''
      return rest
    },
  }
}
