'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import type { PlaceNames } from './places'

// The palette is no part of any page until it is wanted.
const load = () => import('./palette')
const Palette = lazy(load)

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
const never = () => () => undefined

/** Opens the palette, as ⌘K and Ctrl+K do from anywhere. */
export function PaletteButton({ names }: { readonly names: PlaceNames }) {
  const t = useTranslations('palette')
  const [open, setOpen] = useState(false)
  // The server does not know the keyboard.
  const apple = useSyncExternalStore(never, isApple, () => false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isK = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)
      if (!isK || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => setOpen(true)}
        className="touch inline-flex items-center justify-center gap-2 rounded-sm px-2 font-sans text-ui text-ink-soft hover:text-ink"
      >
        <Search aria-hidden className="size-4.5" strokeWidth={1.6} />
        <span className="max-sm:sr-only">{t('open')}</span>
        <kbd
          aria-hidden
          className="rounded-sm border border-rule px-1.5 font-sans text-note text-ink-faint max-sm:hidden"
        >
          {apple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {open && (
        <Suspense>
          <Palette names={names} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
