'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/app/ui/button'
import { Checkbox } from '@/app/ui/checkbox'
import { Disclosure } from '@/app/ui/disclosure'
import { TextButton } from '@/app/ui/text-button'
import type { Share } from '@/lib/domain/report/share'

interface Props {
  readonly interviewId: string
  readonly shares: readonly Share[]
}

/** Makes and takes back links; the address of a new one is known on this page only, and only now. */
function useSharing(interviewId: string) {
  const router = useRouter()
  const locale = useLocale()
  const [address, setAddress] = useState<string>()
  const [failed, setFailed] = useState(false)
  const [pending, start] = useTransition()
  const send = (method: 'POST' | 'DELETE', path: string, body?: unknown) =>
    start(async () => {
      const response = await fetch(`/api/interviews/${interviewId}/shares${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }).catch(() => undefined)
      const made = response?.status === 201 ? ((await response.json()) as { token: string }) : undefined
      start(() => {
        setFailed(!response?.ok)
        if (made) setAddress(`${location.origin}/${locale}/shared/${made.token}`)
        router.refresh()
      })
    })
  return { send, address, failed, pending }
}

/** Links by which others can read a copy of this report. */
export function Sharing({ interviewId, shares }: Props) {
  const t = useTranslations('shares')
  const format = useFormatter()
  const { send, address, failed, pending } = useSharing(interviewId)
  const [withAnswers, setWithAnswers] = useState(true)
  return (
    <section aria-labelledby="shares" className="no-print">
      <h2 id="shares" className="border-b border-edge pb-2 text-ui font-semibold">
        {t('title')}
      </h2>
      <Disclosure summary={t('open')} open={shares.length > 0 || undefined}>
        <div className="space-y-4 text-ui">
          <p className="text-note text-ink-soft">{t('lead')}</p>
          <Checkbox
            label={t('withAnswers')}
            checked={withAnswers}
            onChange={(event) => setWithAnswers(event.target.checked)}
          />
          <Button pending={pending} onClick={() => send('POST', '', { withAnswers })}>
            {t('make')}
          </Button>
          {address && (
            <p className="space-y-1" role="status">
              <span className="block text-note text-ink-soft">{t('address')}</span>
              <a href={address} className="block font-mono text-note break-all underline underline-offset-4">
                {address}
              </a>
            </p>
          )}
          {failed && (
            <p role="alert" className="text-note text-contradicted">
              {t('failed')}
            </p>
          )}
          <ul>
            {shares.map((share) => (
              <li
                key={share.id}
                className="flex flex-wrap items-center justify-between gap-x-3 border-t border-rule"
              >
                <span className="figures text-note text-ink-soft">
                  {t(share.withAnswers ? 'untilWith' : 'untilWithout', {
                    date: format.dateTime(new Date(share.expiresAt), { dateStyle: 'medium' }),
                  })}
                </span>
                <TextButton disabled={pending} onClick={() => send('DELETE', `/${share.id}`)}>
                  {t('revoke')}
                </TextButton>
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </section>
  )
}
