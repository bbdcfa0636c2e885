import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/app/i18n/navigation'
import { LanguageSwitch } from './language-switch'
import { SiteNav } from './site-nav'
import { ThemeSwitch } from './theme-switch'
import { Wordmark } from './wordmark'

/** What stands around every page: skip link, wordmark, language and theme, and a line at the foot. */
export function PageShell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="no-print border-b border-rule">
        <a
          href="#main"
          className="sr-only rounded-sm bg-ink px-4 py-3 text-ui text-paper focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50"
        >
          {t('skip')}
        </a>
        <div className="mx-auto flex max-w-6xl items-center gap-2 px-5 py-1.5 sm:px-8">
          <Link
            href="/"
            className="touch me-auto inline-flex items-center rounded-sm"
            aria-label={t('homeLink')}
          >
            <Wordmark className="h-7 w-auto" />
          </Link>
          <SiteNav className="hidden md:flex" />
          <div className="-me-3 flex items-center">
            <LanguageSwitch />
            <ThemeSwitch label={t('themeSwitch')} />
          </div>
        </div>
        <SiteNav className="-mt-1.5 overflow-x-auto px-2 sm:px-5 md:hidden" />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="no-print mt-16 border-t border-rule">
        <p className="mx-auto max-w-6xl px-5 py-6 text-note text-ink-faint sm:px-8">{t('footer')}</p>
      </footer>
    </div>
  )
}
