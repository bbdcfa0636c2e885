import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { use } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import { Words } from '@/app/i18n/words'
import { Container } from '@/app/ui/container'
import { Controls } from './controls'
import { Foundations } from './foundations'
import { Markings } from './markings'
import { Overlays } from './overlays'
import { States } from './states'

interface Props {
  readonly params: Promise<{ locale: Language }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'styleguide' })
  return { title: t('title'), description: t('description'), robots: { index: false } }
}

/** Every component in every state, for review and screenshots; left out of the navigation. */
export default function Page({ params }: Props) {
  const { locale } = use(params)
  const t = useTranslations('styleguide')
  return (
    <Container width="wide" className="space-y-14">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium">{t('title')}</h1>
        <p className="text-ink-soft">{t('description')}</p>
      </header>
      <Foundations />
      <Markings />
      <Words of={['styleguide', 'start', 'manners', 'common', 'home', 'verdicts']}>
        <Controls />
        <Overlays />
      </Words>
      <States locale={locale} />
    </Container>
  )
}
