import type { Localized } from '@/lib/domain/handbook/language'

/** Pages that the palette leads to. */
export const pages = {
  home: '/',
  start: '/start',
  practice: '/practice',
  review: '/review',
  progress: '/progress',
  handbook: '/handbook',
  ask: '/ask',
  packs: '/packs',
} as const

/** What else the palette does. */
export const actions = ['language', 'theme'] as const

export type PlaceName = keyof typeof pages | (typeof actions)[number]

export const placeNames: readonly PlaceName[] = [
  ...(Object.keys(pages) as (keyof typeof pages)[]),
  ...actions,
]

/** What pages and actions are called in both languages, so that each is found by either. */
export type PlaceNames = Readonly<Record<PlaceName, Localized>>
