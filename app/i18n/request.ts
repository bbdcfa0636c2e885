import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { routing } from './routing'

const load = {
  en: () => import('@/app/messages/en.json'),
  zh: () => import('@/app/messages/zh.json'),
}

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return {
    locale,
    messages: (await load[locale]()).default,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
})
