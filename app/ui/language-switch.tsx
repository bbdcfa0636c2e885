'use client'

import { useLocale } from 'next-intl'
import { Link, usePathname } from '@/app/i18n/navigation'
import { otherLanguage } from '@/lib/domain/handbook/language'

const names = { zh: '中文', en: 'English' }

/** The same page in the other language, named in that language. */
export function LanguageSwitch() {
  const other = otherLanguage(useLocale())
  return (
    <Link
      href={usePathname()}
      locale={other}
      lang={other}
      className="touch inline-flex items-center justify-center rounded-sm px-2 font-sans text-ui text-ink-soft hover:text-ink"
    >
      {names[other]}
    </Link>
  )
}
