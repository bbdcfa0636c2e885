import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { AskForm } from './ask-form'

interface Props {
  readonly searchParams: Promise<{ q?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ask')
  return { title: t('title'), description: t('lead') }
}

export default async function Page({ searchParams }: Props) {
  const t = await getTranslations('ask')
  const { q } = await searchParams
  const first = (typeof q === 'string' ? q : '').trim().slice(0, 500)
  return (
    <Container width="text" className="space-y-10">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">{t('lead')}</p>
      </header>
      <Words of={['ask', 'model']}>
        <AskForm key={first} language={await getLocale()} first={first} />
      </Words>
    </Container>
  )
}
