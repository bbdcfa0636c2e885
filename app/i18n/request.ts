import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from '@/app/messages/en.json'
import zh from '@/app/messages/zh.json'
import { routing } from './routing'

const messages = { en, zh }

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return {
    locale,
    messages: messages[locale],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
})
