import { useTranslations } from 'next-intl'
import { Container } from '@/app/ui/container'
import { StatusLine } from '@/app/ui/status-line'

export default function Loading() {
  const t = useTranslations('common')
  return (
    <Container width="text">
      <StatusLine>{t('loading')}</StatusLine>
    </Container>
  )
}
