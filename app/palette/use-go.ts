import { useLocale } from 'next-intl'
import { useTheme } from 'next-themes'
import { usePathname, useRouter } from '@/app/i18n/navigation'
import { otherLanguage } from '@/lib/domain/handbook/language'
import { pages, type PlaceName } from './places'

/** What choosing something does; the palette closes first. */
export function useGo(close: () => void) {
  const router = useRouter()
  const path = usePathname()
  const locale = useLocale()
  const { resolvedTheme, setTheme } = useTheme()
  const to = (address: string): void => {
    close()
    router.push(address)
  }
  const place = (name: PlaceName): void => {
    if (name === 'theme') {
      close()
      setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')
    } else if (name === 'language') {
      close()
      router.replace(path, { locale: otherLanguage(locale) })
    } else to(pages[name])
  }
  return { to, place }
}
