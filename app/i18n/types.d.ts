import type en from '@/app/messages/en.json'
import type { Language } from '@/lib/domain/handbook/language'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en
  }
}
