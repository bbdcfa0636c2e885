'use client'

import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { Link, usePathname } from '@/app/i18n/navigation'

const places = ['handbook', 'practice', 'review', 'progress'] as const

/** The rooms of the house, the one that the visitor is in marked. */
export function SiteNav({ className }: { readonly className?: string }) {
  const t = useTranslations('nav')
  const here = usePathname()
  return (
    <nav aria-label={t('label')} className={clsx('flex', className)}>
      {places.map((place) => {
        const current = here === `/${place}` || here.startsWith(`/${place}/`)
        return (
          <Link
            key={place}
            href={`/${place}`}
            aria-current={current ? 'page' : undefined}
            className={clsx(
              'touch inline-flex items-center justify-center px-3 font-sans text-ui whitespace-nowrap hover:text-ink',
              current ? 'font-semibold text-ink' : 'text-ink-soft',
            )}
          >
            {t(place)}
          </Link>
        )
      })}
    </nav>
  )
}
