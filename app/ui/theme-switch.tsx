'use client'

import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'

/** Light or dark. Until it is used the system's theme holds; the sign is chosen by CSS, so nothing flickers. */
export function ThemeSwitch({ label }: { readonly label: string }) {
  const { resolvedTheme, setTheme } = useTheme()
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
      className="touch inline-flex items-center justify-center rounded-sm text-ink-soft hover:text-ink"
    >
      <Moon aria-hidden className="size-4.5 dark:hidden" strokeWidth={1.6} />
      <Sun aria-hidden className="hidden size-4.5 dark:block" strokeWidth={1.6} />
    </button>
  )
}
