'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/ui/button'
import { Container } from '@/app/ui/container'
import { LinkButton } from '@/app/ui/link-button'

interface Props {
  readonly error: unknown
  readonly retry: () => void
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations('errors')
  const digest = digestOf(error)
  return (
    <Container width="text" className="space-y-6">
      <h1 className="font-serif text-title font-semibold">{t('title')}</h1>
      <p role="alert" className="measure">
        {t('body')}
      </p>
      {digest && <p className="font-mono text-note text-ink-faint">{t('digest', { digest })}</p>}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry}>
          {t('tryAgain')}
        </Button>
        <LinkButton href="/">{t('home')}</LinkButton>
      </div>
    </Container>
  )
}
