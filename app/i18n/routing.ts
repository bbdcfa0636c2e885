import { defineRouting } from 'next-intl/routing'
import { languages } from '@/lib/domain/handbook/language'

export const routing = defineRouting({
  locales: languages,
  defaultLocale: 'en',
  localePrefix: 'always',
  // Remembers the choice for a year; without it every new window would ask the browser again.
  localeCookie: { maxAge: 60 * 60 * 24 * 365 },
})
