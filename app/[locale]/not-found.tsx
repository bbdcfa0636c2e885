import { useTranslations } from 'next-intl'
import { Container } from '@/app/ui/container'
import { LinkButton } from '@/app/ui/link-button'
import { MarginNote } from '@/app/ui/margin-note'

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
