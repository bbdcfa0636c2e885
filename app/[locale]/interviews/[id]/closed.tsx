import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { LinkButton } from '@/app/ui/link-button'
import { TextLink } from '@/app/ui/text-link'

interface Props {
  readonly id: string
  /** It has ended just now, so the answer box with the focus is gone. */
  readonly justNow: boolean
  readonly practice: boolean
}

/** What stands in the place of the answer sheet once the interview has ended. */
export function Closed({ id, justNow, practice }: Props) {
  const t = useTranslations('interview')
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (justNow) link.current?.focus({ preventScroll: true })
  }, [justNow])
  return (
    <div className="mt-14 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-edge pt-6 pb-10">
      <p className="font-serif text-lead">{t('ended')}</p>
      <span className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {practice && (
          <TextLink href="/practice" className="text-ui">
            {t('morePractice')}
          </TextLink>
        )}
        <LinkButton ref={link} href={`/interviews/${id}/report`} variant="primary">
          {t('readReport')}
        </LinkButton>
      </span>
    </div>
  )
}
