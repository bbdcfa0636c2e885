import '@/app/globals.css'
import type { Metadata, Viewport } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { routing } from '@/app/i18n/routing'
import { Words } from '@/app/i18n/words'
import { faces } from '@/app/ui/fonts'
import { PageShell } from '@/app/ui/page-shell'
import { ThemeProvider } from '@/app/ui/theme-provider'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'common' })
  return {
    title: { default: t('title'), template: t('titleTemplate') },
    description: t('description'),
    applicationName: t('name'),
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f2ea' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
}

export default async function Layout({ params, children }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return (
    // The theme's attribute is set before React wakes up: hence the suppressed warning.
    <html lang={locale} className={faces} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" disableTransitionOnChange>
          <Words of={['errors', 'nav', 'verdicts']}>
            <PageShell>{children}</PageShell>
          </Words>
        </ThemeProvider>
      </body>
    </html>
  )
}
