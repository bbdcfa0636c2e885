/** How long after a composition its Enter may still come, milliseconds. */
const grace = 50

type Key = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'timeStamp' | 'repeat'
>

/**
 * Whether a key press sends the answer: Enter alone, pressed once and not held, and never the Enter that chooses a
 * word in an input method, which browsers report as composing, as key 229, or (Safari) just after the composition
 * has ended.
 * @param composedAt when the last composition ended, on the clock of `timeStamp`
 */
export function isSendKey(event: Key, composedAt: number): boolean {
  if (event.key !== 'Enter' || event.repeat) return false
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false
  return !event.isComposing && event.keyCode !== 229 && event.timeStamp - composedAt > grace
}
