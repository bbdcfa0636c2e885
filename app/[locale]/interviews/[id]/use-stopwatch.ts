import { useSyncExternalStore } from 'react'

const tick = (onTick: () => void): (() => void) => {
  const timer = setInterval(onTick, 1_000)
  return () => clearInterval(timer)
}

const seconds = (): number => Math.floor(Date.now() / 1_000)

/**
 * Whole seconds since a moment, counted on; negative before it.
 * @returns `undefined` on the server, which does not know when the page will be seen
 */
export function useSecondsSince(moment: string | undefined): number | undefined {
  const now = useSyncExternalStore<number | undefined>(tick, seconds, () => undefined)
  if (now === undefined || moment === undefined) return undefined
  return now - Math.floor(Date.parse(moment) / 1_000)
}
