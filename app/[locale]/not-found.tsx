import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Container } from '@/app/ui/container'
import { LinkButton } from '@/app/ui/link-button'
import { MarginNote } from '@/app/ui/margin-note'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle') }
}

export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <Container width="text" className="space-y-6">
      <MarginNote verdict="missing" className="figures">
        404
      </MarginNote>
      <h1 className="font-serif text-title font-semibold">{t('notFoundTitle')}</h1>
      <p className="measure">{t('notFoundBody')}</p>
      <LinkButton href="/">{t('home')}</LinkButton>
    </Container>
  )
}
